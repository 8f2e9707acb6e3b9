export interface QrCodeProps {
  code: {
    /** How many squares it is wide and high, with the empty ones around it. */
    size: number;
    /** The path of an SVG that fills the dark squares. */
    path: string;
  };
  label: string;
}

/** A picture for the camera of a phone: black on white in the dark theme too, since not every camera reads it the other way round. */
export function QrCode({ code: { size, path }, label }: QrCodeProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-48 justify-self-center rounded-lg border"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
