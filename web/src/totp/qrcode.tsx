import { useEffect, useState } from "preact/hooks";

interface Drawn {
  readonly size: number;
  /** An SVG path that draws all dark squares. */
  readonly path: string;
}

/** Returns the QR code of a text. The library is loaded only when a code is drawn. */
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

/** The width, in squares, of the empty margin around a code. Scanners need it. */
const QUIET = 4;

/** A text as a QR code. It is always dark on white, independent of the page's colors. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [code, setCode] = useState<Drawn>();
  useEffect(() => {
    let current = true;
    drawn(text).then(
      (found) => current && setCode(found),
      // The library could not be loaded. People can use the key next to the code instead.
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
