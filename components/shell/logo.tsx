import { cn } from "#components/ui/cn.ts";

/** Astra's mark: a star's four rays on green. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 28 28" className={cn("base:size-7 shrink-0", className)}>
      <rect width="28" height="28" rx="8" className="fill-brand" />
      <path
        d="M14 7v4.5M14 16.5V21M7 14h4.5M16.5 14H21"
        fill="none"
        strokeWidth="1.75"
        strokeLinecap="round"
        className="stroke-brand-contrast"
      />
    </svg>
  );
}
