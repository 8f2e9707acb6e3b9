export const overlayClasses =
  "fixed inset-0 z-40 bg-overlay data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in";

/** The box of a dialog: centred on a laptop, a bottom sheet under a thumb. */
export const modalClasses = [
  "fixed z-50 grid gap-4 overflow-y-auto border bg-raised p-5 text-body shadow-float outline-none",
  "max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[88dvh] max-md:rounded-t-xl max-md:border-x-0 max-md:border-b-0",
  "max-md:pb-[max(1.25rem,env(safe-area-inset-bottom))]",
  "max-md:data-[state=closed]:animate-sheet-down max-md:data-[state=open]:animate-sheet-up",
  "md:top-1/2 md:left-1/2 md:max-h-[85dvh] md:w-[calc(100%-2rem)] base:md:max-w-md md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-xl",
  "md:data-[state=closed]:animate-fade-out md:data-[state=open]:animate-fade-in",
].join(" ");
