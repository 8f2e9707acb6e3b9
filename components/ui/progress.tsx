import { cn } from "#components/ui/cn.ts";

export interface ProgressProps {
  /** What is under way, for screen readers. */
  label: string;
  value: number;
  max?: number;
  className?: string;
}

export function Progress({ label, value, max = 100, className }: ProgressProps) {
  const percent = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuenow={value}
      aria-valuemax={max}
      className={cn("base:h-1.5 overflow-hidden rounded-full bg-gray-tint", className)}
    >
      <div className="h-full rounded-full bg-brand transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  );
}
