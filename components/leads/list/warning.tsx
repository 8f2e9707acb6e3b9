"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { type LeadWarning, warningOf } from "#components/leads/list/warning-of.ts";
import { cn } from "#components/ui/cn.ts";

/** What to know before the call, in amber; nothing when there is nothing. */
export function Warning({ lead, className }: { lead: ListedLead; className?: string }) {
  const textOf = useWarningText();
  const warning = warningOf(lead);
  if (!warning) return null;
  return (
    <span
      title={textOf(warning)}
      className={cn(
        "base:inline-flex min-w-0 max-w-full items-center gap-1 text-amber-text text-xs",
        className,
      )}
    >
      <TriangleAlert aria-hidden className="size-3 shrink-0" />
      <span className="truncate group-data-[density=compact]/table:sr-only">{textOf(warning)}</span>
    </span>
  );
}

function useWarningText(): (warning: LeadWarning) => string {
  const t = useTranslations("leads.warning");
  return (warning) => {
    if (warning.kind === "address") return t(`address.${warning.issue}`);
    if (warning.kind === "refusals") {
      return t("refusals", { refused: warning.refused, orders: warning.orders });
    }
    return warning.orderNumber ? t("duplicate", { order: warning.orderNumber }) : t("duplicateByHand");
  };
}
