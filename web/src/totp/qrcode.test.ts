import { describe, expect, it } from "vitest";
import { drawn } from "./qrcode.tsx";

/** Returns the dark squares that a path draws. */
const squares = (path: string) =>
  new Set(
    path
      .split("M")
      .filter(Boolean)
      .map((part) => part.split("h")[0]),
  );

describe("A QR code", () => {
  it("has its three finders and its timing line", async () => {
    const { size, path } = await drawn("otpauth://totp/Juniper%20Falls:ana?secret=JBSWY3DPEHPK3PXP");
    expect((size - 17) % 4).toBe(0);
    const dark = squares(path);
    for (const [left, top] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const) {
      for (let at = 0; at < 7; at++) {
        expect(dark.has(`${left + at} ${top}`)).toBe(true);
        expect(dark.has(`${left} ${top + at}`)).toBe(true);
      }
      expect(dark.has(`${left + 1} ${top + 1}`)).toBe(false);
      expect(dark.has(`${left + 3} ${top + 3}`)).toBe(true);
    }
    for (let x = 8; x < size - 8; x++) {
      expect(dark.has(`${x} 6`)).toBe(x % 2 === 0);
    }
  });

  it("is another one for another text", async () => {
    expect((await drawn("one")).path).not.toBe((await drawn("two")).path);
  });
});
