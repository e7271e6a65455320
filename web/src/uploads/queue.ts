import { asApiError } from "../api/apierror.ts";
import { newKey } from "../api/client.ts";
import type { Schemas } from "../api/types.ts";
import { Store } from "../state/store.ts";
import { mediaType, sha256, transfer } from "./transfer.ts";

/** A file as the portal knows it. */
export interface Known {
  readonly fileId: string;
  readonly kind: string;
  readonly state: "PENDING" | "READY" | "REFUSED";
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly reason?: string | undefined;
}

export interface Announced {
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The target of uploads: a registration, an account or a permit. */
export interface Target {
  readonly rule: Schemas["FileRule"];
  /** Announces a file. If the answer has no `upload`, the file has already arrived. */
  readonly announce: (
    file: Announced,
    key: string,
  ) => Promise<{ fileId: string; upload?: Schemas["Upload"] | undefined }>;
  readonly known: () => Promise<readonly Known[]>;
  readonly remove: (fileId: string) => Promise<void>;
}

export type Phase = "waiting" | "sending" | "checking" | "ready" | "refused" | "failed";

export interface Item {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly bytes: number;
  readonly phase: Phase;
  /** The part of the file that was sent, from 0 to 1. */
  readonly progress: number;
  readonly fileId?: string | undefined;
  readonly sha256?: string | undefined;
  /** The reason why the file was refused or failed. */
  readonly code?: string | undefined;
  /** The server's English text about the refusal, if it sent one. */
  readonly title?: string | undefined;
}

const AT_ONCE = 3;
const CHECK_EVERY = 1200;

/**
 * A queue of uploads. Each file is sent as soon as it is chosen; some files are sent at the same time. The queue
 * follows each file until the portal has checked it.
 */
export class UploadQueue {
  readonly items = new Store<readonly Item[]>([]);
  private readonly files = new Map<string, File>();
  private readonly stops = new Map<string, AbortController>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly target: Target) {
    globalThis.addEventListener?.("online", () => this.retryFailed());
  }

  /** Returns whether a file is still being sent. Then it is too early to leave the step. */
  static running(items: readonly Item[]): boolean {
    return items.some(({ phase }) => phase === "waiting" || phase === "sending");
  }

  /** Returns a promise that ends when no file is being sent. */
  idle(): Promise<void> {
    return new Promise((done) => {
      const end = this.items.subscribe((items) => {
        if (!UploadQueue.running(items)) {
          end();
          done();
        }
      });
      if (!UploadQueue.running(this.items.get())) {
        end();
        done();
      }
    });
  }

  add(kind: string, files: Iterable<File>): void {
    for (const file of files) {
      const key = newKey();
      const code = this.refusal(file);
      const phase = code ? "refused" : "waiting";
      this.files.set(key, file);
      this.items.set([...this.items.get(), { key, kind, name: file.name, bytes: file.size, phase, progress: 0, code }]);
    }
    this.next();
  }

  /** Returns the code of a refusal that the page can find before it sends the file. */
  private refusal(file: File): string | undefined {
    const { maxBytes, types, maxFiles } = this.target.rule;
    if (file.size === 0) {
      return "EMPTY";
    }
    if (file.size > maxBytes) {
      return "TOO_LARGE";
    }
    const held = this.items.get().filter(({ phase }) => phase !== "refused").length;
    return types.includes(mediaType(file)) ? (held >= maxFiles ? "TOO_MANY_FILES" : undefined) : "TYPE_NOT_ALLOWED";
  }

  /**
   * Updates the queue with the files that the portal knows, also files that were sent before a reload or from another
   * device.
   */
  show(known: readonly Known[]): void {
    const mine = this.items.get().map((item) => {
      const found = known.find(({ fileId }) => fileId === item.fileId);
      return found && (item.phase === "checking" || item.phase === "ready") ? { ...item, ...phaseOf(found) } : item;
    });
    const others = known
      .filter(({ fileId }) => !mine.some((item) => item.fileId === fileId))
      .map((file): Item => {
        const { fileId, kind, name, bytes, sha256: hash } = file;
        return { key: fileId, fileId, kind, name, bytes, sha256: hash, progress: 1, ...phaseOf(file) };
      });
    this.items.set([...others, ...mine]);
    this.follow();
  }

  /** Removes a file. Stops it if it is being sent. */
  async remove(key: string): Promise<void> {
    const item = this.items.get().find((each) => each.key === key);
    this.stops.get(key)?.abort();
    if (item?.fileId) {
      await this.target.remove(item.fileId);
    }
    this.files.delete(key);
    this.items.set(this.items.get().filter((each) => each.key !== key));
    this.next();
  }

  retry(key: string): void {
    this.change(key, { phase: "waiting", progress: 0, code: undefined });
    this.next();
  }

  private retryFailed(): void {
    for (const { key, phase, code } of this.items.get()) {
      if (phase === "failed" && (code === "OFFLINE" || code === "UNREACHABLE")) {
        this.retry(key);
      }
    }
  }

  private next(): void {
    const items = this.items.get();
    const sending = items.filter(({ phase }) => phase === "sending").length;
    for (const { key } of items.filter(({ phase }) => phase === "waiting").slice(0, AT_ONCE - sending)) {
      this.change(key, { phase: "sending" });
      void this.send(key).finally(() => this.next());
    }
  }

  private async send(key: string): Promise<void> {
    const item = this.items.get().find((each) => each.key === key);
    const file = this.files.get(key);
    if (!item || !file) {
      return;
    }
    const stop = new AbortController();
    this.stops.set(key, stop);
    try {
      const hash: string = item.sha256 ?? (await sha256(file));
      this.change(key, { sha256: hash });
      const type = mediaType(file);
      const { fileId, upload } = await this.target.announce(
        { kind: item.kind, name: file.name.slice(-255), type, bytes: file.size, sha256: hash },
        key,
      );
      if (stop.signal.aborted) {
        // The file was removed while it was being announced. It had no id then, so remove it now.
        await this.target.remove(fileId);
        return;
      }
      this.change(key, { fileId });
      if (upload) {
        await transfer(file, upload, (progress) => this.change(key, { progress }), stop.signal);
      }
      this.change(key, { phase: "checking", progress: 1 });
      this.follow();
    } catch (thrown) {
      if (thrown instanceof DOMException) {
        // The file was moved, deleted or changed since it was chosen.
        this.change(key, { phase: "refused", code: "UNREADABLE" });
        return;
      }
      const { code, status, fields, problem } = asApiError(thrown);
      const reason = fields[0]?.code ?? code;
      const forGood = code === "INVALID_REQUEST" || code === "PERMIT_CLOSED" || status === 403 || status === 404;
      this.change(key, { phase: forGood ? "refused" : "failed", code: reason, title: problem?.title });
    } finally {
      this.stops.delete(key);
    }
  }

  /** Asks the portal until every file that has arrived was checked, as long as a component follows the queue. */
  private follow(): void {
    if (
      this.timer !== undefined ||
      !this.items.followed ||
      !this.items.get().some(({ phase }) => phase === "checking")
    ) {
      return;
    }
    this.timer = setTimeout(async () => {
      if (!this.items.followed) {
        this.timer = undefined;
        return;
      }
      const known = await this.target.known().catch(() => undefined);
      this.timer = undefined;
      if (known) {
        this.show(known);
      }
      this.follow();
    }, CHECK_EVERY);
  }

  private change(key: string, to: Partial<Item>): void {
    this.items.set(this.items.get().map((item) => (item.key === key ? { ...item, ...to } : item)));
  }
}

export function phaseOf(file: Pick<Known, "state" | "reason">): { phase: Phase; code?: string | undefined } {
  if (file.state === "PENDING") {
    return { phase: "checking" };
  }
  return file.state === "READY" ? { phase: "ready", code: undefined } : { phase: "refused", code: file.reason };
}
