/** What every text-like control shares: input, textarea, select trigger. */
export const controlClasses = [
  "base:w-full rounded-lg border border-border-field bg-surface base:px-3 base:text-sm text-heading transition-colors max-md:text-lg",
  "hover:border-subheading",
  "focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-ring",
  "disabled:cursor-not-allowed disabled:border-border disabled:bg-hover disabled:text-subheading",
  "aria-invalid:border-red-text aria-invalid:focus-visible:outline-red-text",
].join(" ");
