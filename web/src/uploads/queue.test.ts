import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/apierror.ts";
import { type Known, type Target, UploadQueue } from "./queue.ts";
import { accepted, mediaType } from "./transfer.ts";

const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

const rule = { maxBytes: 100, maxFiles: 4, types: ["application/pdf", "image/heic"] };
const upload = {
  url: "https://bucket.example/key",
  method: "PUT" as const,
  headers: { "content-type": "application/pdf" },
  expiresAt: "",
};
const aFile = (name: string, content = "some bytes") => new File([content], name);

/** A transfer to the bucket. It waits until the test ends it. */
class ATransfer {
  static all: ATransfer[] = [];
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  status = 0;
  aborted = false;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  open(): void {}
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  file?: File;
  send(file: File): void {
    this.file = file;
    ATransfer.all.push(this);
  }
  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }
  ends(status: number): void {
    this.status = status;
    this.onload?.();
  }
}

let known: Known[] = [];
let target: Target & { announce: ReturnType<typeof vi.fn>; remove: ReturnType<typeof vi.fn> };

beforeEach(() => {
  ATransfer.all = [];
  known = [];
  vi.stubGlobal("XMLHttpRequest", ATransfer);
  let count = 0;
  target = {
    rule,
    announce: vi.fn(async () => ({ fileId: `file-${++count}`, upload })),
    known: async () => known,
    remove: vi.fn(async () => undefined),
  };
});

afterEach(() => vi.useRealTimers());

function aQueue() {
  const queue = new UploadQueue(target);
  queue.items.subscribe(() => undefined);
  const phases = () => queue.items.get().map(({ phase }) => phase);
  const transfers = (count: number) => soon(() => expect(ATransfer.all).toHaveLength(count));
  return { queue, phases, transfers };
}

describe("Files that are chosen", () => {
  it("are sent at once with their SHA-256, three at a time, and followed until they were checked", async () => {
    const { queue, phases, transfers } = aQueue();
    // The browser determines which file is hashed and announced first.
    target.announce.mockImplementation(async ({ name }) => ({ fileId: `file of ${name}`, upload }));
    const first = () => ATransfer.all.find(({ file }) => file?.name === "1.pdf");
    queue.add("license", [aFile("1.pdf", "abc"), aFile("2.pdf"), aFile("3.pdf"), aFile("4.pdf")]);
    await transfers(3);
    expect(phases()).toEqual(["sending", "sending", "sending", "waiting"]);
    const announced = target.announce.mock.calls.map(([file]) => file);
    expect(announced).toContainEqual({
      kind: "license",
      name: "1.pdf",
      type: "application/pdf",
      bytes: 3,
      sha256: "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
    });
    first()?.upload.onprogress?.({ loaded: 1, total: 2 });
    expect(queue.items.get()[0]?.progress).toBe(0.5);
    first()?.ends(200);
    await transfers(4);
    expect(phases()[0]).toBe("checking");
    known = [{ fileId: "file of 1.pdf", kind: "license", state: "READY", name: "1.pdf", bytes: 3, sha256: "x" }];
    await soon(() => expect(phases()[0]).toBe("ready"));
  });

  it("are refused before a byte is sent: empty, too large, wrong kind", async () => {
    const { queue } = aQueue();
    queue.add("license", [aFile("empty.pdf", ""), aFile("large.pdf", "x".repeat(101)), aFile("letter.docx")]);
    expect(queue.items.get().map(({ code }) => code)).toEqual(["EMPTY", "TOO_LARGE", "TYPE_NOT_ALLOWED"]);
    await queue.idle();
    expect(target.announce).not.toHaveBeenCalled();
  });

  it("are refused when there are too many", async () => {
    const { queue, transfers } = aQueue();
    queue.add(
      "license",
      [1, 2, 3, 4, 5].map((at) => aFile(`${at}.pdf`)),
    );
    expect(queue.items.get().at(-1)?.code).toBe("TOO_MANY_FILES");
    await transfers(3);
  });

  it("are sent again under the same key after a lost connection", async () => {
    const { queue, phases, transfers } = aQueue();
    queue.add("license", [aFile("1.pdf")]);
    await transfers(1);
    ATransfer.all[0]?.onerror?.();
    await soon(() => expect(phases()).toEqual(["failed"]));
    window.dispatchEvent(new Event("online"));
    await transfers(2);
    const keys = target.announce.mock.calls.map(([, key]) => key);
    expect(keys[0]).toBe(keys[1]);
    ATransfer.all[1]?.ends(412);
    await soon(() => expect(phases()).toEqual(["checking"]));
  });

  it("are stopped and taken away by Cancel", async () => {
    const { queue, transfers } = aQueue();
    queue.add("license", [aFile("1.pdf")]);
    await transfers(1);
    await queue.remove(queue.items.get()[0]?.key ?? "");
    expect(ATransfer.all[0]?.aborted).toBe(true);
    expect(target.remove).toHaveBeenCalledWith("file-1");
    expect(queue.items.get()).toEqual([]);
  });

  it("are waited for by what comes next", async () => {
    const { queue, transfers } = aQueue();
    queue.add("license", [aFile("1.pdf")]);
    let done = false;
    const idle = queue.idle().then(() => {
      done = true;
    });
    await transfers(1);
    expect(done).toBe(false);
    ATransfer.all[0]?.ends(200);
    await idle;
    expect(done).toBe(true);
  });

  it("say why the portal did not take them", async () => {
    target.announce.mockRejectedValueOnce(new ApiError("TOO_MANY_FILES", 409));
    const { queue, phases } = aQueue();
    queue.add("license", [aFile("1.pdf")]);
    await soon(() => expect(phases()).toEqual(["failed"]));
    expect(queue.items.get()[0]?.code).toBe("TOO_MANY_FILES");
  });

  it("are shown that came from another device, once", () => {
    const { queue } = aQueue();
    const other: Known = {
      fileId: "f",
      kind: "license",
      state: "REFUSED",
      name: "a.pdf",
      bytes: 1,
      sha256: "x",
      reason: "DAMAGED_PDF",
    };
    queue.show([other]);
    queue.show([other]);
    expect(queue.items.get()).toMatchObject([{ phase: "refused", code: "DAMAGED_PDF" }]);
  });
});

describe("A file's type", () => {
  it("is told by its ending, which systems know better than HEIC's media type", () => {
    expect(mediaType(aFile("IMG_1.HEIC"))).toBe("image/heic");
    expect(accepted(["image/heic"])).toBe("image/heic,.heic,.heif");
  });
});
