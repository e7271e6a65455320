import { Store } from "../state/store.ts";
import { ApiError, errorOf } from "./apierror.ts";
import { send } from "./transport.ts";
import type { Schemas } from "./types.ts";

interface Token {
  readonly value: string;
  /** Milliseconds of `Date.now()`. */
  readonly ends: number;
}

/** `unknown` until the server was asked; `ended` when it was a session and is none any more. */
export type Standing = "unknown" | "in" | "out" | "ended";

/** A token that ends this soon is renewed before it is used. */
const MARGIN = 20_000;

/**
 * A sign-in: the access token, in memory only, and its renewal by the cookie that scripts can't read. Tabs renew one
 * after the other and tell each other the token, because each renewal changes the cookie.
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

  /** Whether somebody was signed in here lately: then asking the server is worth while. */
  get expected(): boolean {
    try {
      return this.token !== undefined || localStorage.getItem(this.name) !== null;
    } catch {
      return true;
    }
  }

  /** Begins with what `login` or `answerChallenge` answered. */
  begin(session: Schemas["Session"]): void {
    const token = tokenOf(session);
    this.take(token);
    this.channel.postMessage(token);
  }

  /** Ends it in every tab; `logout` itself is called before. */
  end(): void {
    this.drop("out");
    this.channel.postMessage(null);
  }

  /** Whether somebody is signed in; asks the server once where that is not known. */
  async signedIn(): Promise<boolean> {
    if (!this.token && this.standing.get() === "unknown") {
      this.asking ??= this.renewed().finally(() => {
        this.asking = undefined;
      });
      await this.asking;
    }
    return this.standing.get() === "in";
  }

  /** A token to send, renewed where it ends soon; undefined when nobody is signed in. */
  async access(): Promise<string | undefined> {
    if (this.token && this.token.ends - Date.now() > MARGIN) {
      return this.token.value;
    }
    return this.renewed();
  }

  /** Another token than the refused one; undefined when the session has ended. */
  async renewed(refused?: string): Promise<string | undefined> {
    const before = refused ?? this.token?.value;
    return navigator.locks.request(this.name, async () => {
      // Another tab, or another call of this one, may have renewed it while this one waited.
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

  /** Keeps that there was a session, never the token. */
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

/** The contractor's or homeowner's. */
export const session = new Session("session", "/v1/session/refresh");

/** Staff's. */
export const staffSession = new Session("staff-session", "/v1/staff/session/refresh");
