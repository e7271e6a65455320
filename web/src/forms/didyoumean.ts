/** The email domains that most people use. */
const DOMAINS = [
  "gmail.com",
  "yahoo.com",
  "outlook.com",
  "hotmail.com",
  "icloud.com",
  "aol.com",
  "msn.com",
  "live.com",
  "comcast.net",
  "att.net",
  "verizon.net",
  "protonmail.com",
  "mail.com",
];

/** Returns the address that a person probably meant, if the domain is similar to a well-known domain. */
export function didYouMean(address: string): string | undefined {
  const [, local, domain] = /^([^@\s]+)@([^@\s]+)$/.exec(address.trim().toLowerCase()) ?? [];
  if (!local || !domain || DOMAINS.includes(domain)) {
    return undefined;
  }
  const near = DOMAINS.map((known) => ({ known, far: distance(domain, known) })).sort((a, b) => a.far - b.far)[0];
  return near && near.far <= (near.known.length > 8 ? 2 : 1) ? `${local}@${near.known}` : undefined;
}

/** Returns the number of letters to add, remove, replace or swap. */
function distance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, at) => [at, ...Array<number>(to.length).fill(0)]);
  const cell = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let column = 1; column <= to.length; column++) {
    (rows[0] as number[])[column] = column;
  }
  for (let row = 1; row <= from.length; row++) {
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + same);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, cell(row - 2, column - 2) + 1);
      }
      (rows[row] as number[])[column] = least;
    }
  }
  return cell(from.length, to.length);
}
