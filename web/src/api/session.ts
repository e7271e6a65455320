import { Store } from "../state/store.ts";
import { ApiError, errorOf } from "./apierror.ts";
import { send } from "./transport.ts";
import type { Schemas } from "./types.ts";

interface Token {
  readonly value: string;
  /** The token's end, in milliseconds like `Date.now()`. */
  readonly ends: number;
}

/**
 * The state of a session. It is `unknown` until the server was asked, and `ended` when an existing session has ended.
 */
export type Standing = "unknown" | "in" | "out" | "ended";

/** A token that ends within this time, in milliseconds, is renewed before its use. */
const MARGIN = 20_000;

/**
 * A session of a signed-in person. The access token is only in memory. It is renewed with a cookie that scripts cannot
 * read. Each renewal changes the cookie, so tabs renew one after the other and send each other the new token.
 */
export class Session {
  readonly standing = new Store<Standing>("unknown");
  private token: Token | undefined;
  private asking: Promise<unknown> | undefined;
  private readonly channel: BroadcastChannel;

  constructor(
    private readonly name: string,
    private readonly refreshPath: string,
  ) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Token | null>) => (data ? this.take(data) : this.drop("out"));
  }

  /** Whether somebody was signed in here recently. Only then the server should be asked. */
  get expected(): boolean {
    try {
      return this.token !== undefined || localStorage.getItem(this.name) !== null;
    } catch {
      return true;
    }
  }

  /** Begins the session with the answer of `login` or `answerChallenge`. */
  begin(session: Schemas["Session"]): void {
    const token = tokenOf(session);
    this.take(token);
    this.channel.postMessage(token);
  }

  /** Ends the session in every tab. The caller calls `logout` before. */
  end(): void {
    this.drop("out");
    this.channel.postMessage(null);
  }

  /** Returns whether somebody is signed in. Asks the server once if this is unknown. */
  async signedIn(): Promise<boolean> {
    if (!this.token && this.standing.get() === "unknown") {
      this.asking ??= this.renewed().finally(() => {
        this.asking = undefined;
      });
      await this.asking;
    }
    return this.standing.get() === "in";
  }

  /** Returns an access token, renewed if it ends soon. Returns undefined when nobody is signed in. */
  async access(): Promise<string | undefined> {
    if (this.token && this.token.ends - Date.now() > MARGIN) {
      return this.token.value;
    }
    return this.renewed();
  }

  /** Returns a new token in place of a refused token. Returns undefined when the session has ended. */
  async renewed(refused?: string): Promise<string | undefined> {
    const before = refused ?? this.token?.value;
    return navigator.locks.request(this.name, async () => {
      // Another tab, or another call in this tab, may have renewed the token in the meantime.
      if (this.token && this.token.value !== before) {
        return this.token.value;
      }
      const response = await send(
        new Request(new URL(this.refreshPath, location.origin), {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: "{}",
          credentials: "same-origin",
        }),
      );
      if (response.ok) {
        const token = tokenOf((await response.json()) as Schemas["Session"]);
        this.take(token);
        this.channel.postMessage(token);
        return token.value;
      }
      const error = await errorOf(response);
      if (error.status !== 401 && error.status !== 400 && error.status !== 403) {
        throw error;
      }
      this.drop(before === undefined ? "out" : "ended");
      return undefined;
    });
  }

  private take(token: Token): void {
    this.token = token;
    this.remember(true);
    this.standing.set("in");
  }

  private drop(standing: Standing): void {
    this.token = undefined;
    this.remember(false);
    this.standing.set(standing);
  }

  /** Stores that somebody was signed in. Never stores the token. */
  private remember(signedIn: boolean): void {
    try {
      if (signedIn) {
        localStorage.setItem(this.name, "1");
      } else {
        localStorage.removeItem(this.name);
      }
    } catch {
      return;
    }
  }
}

function tokenOf(session: Schemas["Session"]): Token {
  if (!session.accessToken || !session.expiresIn) {
    throw new ApiError("INTERNAL_ERROR");
  }
  return { value: session.accessToken, ends: Date.now() + session.expiresIn * 1000 };
}

/** The session of a contractor or homeowner. */
export const session = new Session("session", "/v1/session/refresh");

/** The session of a member of staff. */
export const staffSession = new Session("staff-session", "/v1/staff/session/refresh");
