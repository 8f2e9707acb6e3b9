/** What floats above the page: menus, popovers, select lists. Only these carry a shadow. */
export const floatingClasses = [
  "z-50 rounded-xl border bg-raised text-body text-sm shadow-float outline-none",
  "data-[state=open]:animate-rise-in data-[state=closed]:animate-rise-out",
].join(" ");

export const menuItemClasses = [
  "relative flex min-h-8 cursor-pointer select-none items-center gap-2.5 rounded-lg px-2 py-1 base:text-body outline-none max-md:min-h-11",
  "base:data-[highlighted]:bg-hover base:data-[highlighted]:text-heading",
  "data-[disabled]:pointer-events-none data-[disabled]:opacity-50",
  "[&_svg]:size-4 [&_svg]:shrink-0",
].join(" ");
