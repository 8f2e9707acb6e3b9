import type { ReactNode } from "react";

/** The main acts of a page, kept at the bottom of a phone's screen; on a laptop they stand elsewhere. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div
      data-action-bar
      className="sticky bottom-(--banner-height) z-20 -mx-4 mt-auto -mb-4 border-t bg-background/90 px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-md md:hidden"
    >
      {children}
    </div>
  );
}
