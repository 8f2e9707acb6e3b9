import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type AlertTone = "info" | "success" | "warning" | "danger";

const looks: Record<AlertTone, { icon: LucideIcon; classes: string }> = {
  info: { icon: Info, classes: "bg-blue-tint text-blue-text" },
  success: { icon: CircleCheck, classes: "bg-green-tint text-green-text" },
  warning: { icon: TriangleAlert, classes: "bg-amber-tint text-amber-text" },
  danger: { icon: CircleAlert, classes: "bg-red-tint text-red-text" },
};

export interface AlertProps {
  tone?: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** "alert" is read out at once, for what has just gone wrong; "status" politely. */
  role?: "alert" | "status";
  className?: string;
}

/** What is quiet elsewhere has too little contrast on a tint, so on one it is as dark as text. */
export function Alert({ tone = "info", title, children, action, role, className }: AlertProps) {
  const { icon: Icon, classes } = looks[tone];
  return (
    <div
      role={role}
      className={cn(
        "flex items-start gap-2.5 rounded-lg px-3 py-2.5 text-sm [--subheading:var(--text)]",
        classes,
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cn(title && "text-heading")}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
