import type { ReactNode } from "react";

/** A cell's two lines: the thing, and a quiet word about it, which low rows have no room for. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <div className="truncate text-heading leading-[18px]">{first}</div>
      <div className="truncate text-subheading text-xs group-data-[density=compact]/table:hidden group-data-[density=medium]/table:leading-[15px]">
        {second}
      </div>
    </>
  );
}
