/**
 * The strength of a new password and its reason. It is only a hint for people. The server decides which passwords are
 * refused.
 */
export interface Strength {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly reason:
    | "meterEmpty"
    | "meterShort"
    | "meterCommon"
    | "meterRepeats"
    | "meterPersonal"
    | "meterFair"
    | "meterStrong";
  /** The number of characters that are missing to the least length. */
  readonly missing: number;
}

/** Common parts of passwords in public lists. */
const COMMON =
  /^(password|passw0rd|contrase|qwert|letmein|welcome|bienvenid|iloveyou|teamo|football|baseball|admin|abc|123|111|000)/i;

const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

export function strength(password: string, min: number, personal: readonly string[]): Strength {
  const length = [...password].length;
  const missing = Math.max(0, min - length);
  if (length === 0) {
    return { level: 0, reason: "meterEmpty", missing };
  }
  if (missing > 0) {
    return { level: 1, reason: "meterShort", missing };
  }
  const low = password.toLowerCase();
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3);
  if (words.some((word) => low.includes(word)) && length < 16) {
    return { level: 1, reason: "meterPersonal", missing };
  }
  if (COMMON.test(low) && length < 14) {
    return { level: 1, reason: "meterCommon", missing };
  }
  if (new Set(low).size < 5 || followed(low) > length / 2) {
    return { level: 1, reason: "meterRepeats", missing };
  }
  return length >= 14 ? { level: 4, reason: "meterStrong", missing } : { level: 3, reason: "meterFair", missing };
}

/** Returns how many characters follow the character before them in a row of the keyboard or in the alphabet. */
function followed(text: string): number {
  let count = 0;
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1);
    if (ROWS.some((row) => row.includes(pair) || [...row].reverse().join("").includes(pair))) {
      count++;
    }
  }
  return count;
}
