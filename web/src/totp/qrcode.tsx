import { useEffect, useState } from "preact/hooks";

interface Drawn {
  readonly size: number;
  /** An SVG path of all dark squares. */
  readonly path: string;
}

/** What a text's QR code looks like. Its program is loaded only where one is drawn. */
export async function drawn(text: string): Promise<Drawn> {
  const { generate } = await import("lean-qr");
  const code = generate(text);
  let path = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) {
        path += `M${x} ${y}h1v1h-1z`;
      }
    }
  }
  return { size: code.size, path };
}

/** Squares without anything on them around a code, as scanners need them. */
const QUIET = 4;

/** A text as a QR code: dark on white whatever the page's colours are. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [code, setCode] = useState<Drawn>();
  useEffect(() => {
    let current = true;
    drawn(text).then(
      (found) => current && setCode(found),
      // Its program did not arrive: the key beside it does the same.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [text]);
  const around = (code?.size ?? 0) + 2 * QUIET;
  return (
    <div class="qr">
      {code && (
        <svg viewBox={`${-QUIET} ${-QUIET} ${around} ${around}`} role="img" aria-label={label}>
          <rect x={-QUIET} y={-QUIET} width={around} height={around} fill="#fff" />
          <path d={code.path} fill="#000" shape-rendering="crispEdges" />
        </svg>
      )}
    </div>
  );
}
