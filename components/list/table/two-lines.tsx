import type { ReactNode } from "react";

/** A cell's two lines: the thing, and a quiet word about it, which low rows have no room for. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <div className="first-line">{first}</div>
      <div className="second-line">{second}</div>
    </>
  );
}
