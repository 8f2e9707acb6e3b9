import "server-only";
import { encode } from "uqr";

/** A picture that a phone's camera reads. */
export interface QrCode {
  /** How many squares it is wide and high, with the empty ones around it. */
  size: number;
  /** The path of an SVG that fills the dark squares. */
  path: string;
}

/** The picture of a text; whoever draws it leaves it dark on white, also in the dark theme. */
export function qrCodeOf(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join("") };
}
