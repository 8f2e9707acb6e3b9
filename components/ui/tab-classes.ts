/** A line of tabs; on phones it scrolls sideways. */
export const tabListClasses =
  "flex gap-1 overflow-x-auto overflow-y-hidden border-b [scrollbar-width:none] [&::-webkit-scrollbar]:hidden";

/** One tab: a Radix trigger (`data-state`) or a link (`aria-current`). The active one is underlined green. */
export const tabClasses = [
  "group relative inline-flex h-10 shrink-0 items-center gap-2 whitespace-nowrap px-2.5 font-medium text-sm text-subheading transition-colors max-md:h-11 max-md:text-base",
  "after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-transparent",
  "hover:text-heading focus-visible:-outline-offset-2",
  "data-[state=active]:text-heading data-[state=active]:after:bg-brand",
  "aria-[current=page]:text-heading aria-[current=page]:after:bg-brand",
].join(" ");
