"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { rememberTab } from "#components/shell/shell-store.ts";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { type LeadListParams, type LeadView, leadList } from "#lib/leads/list.ts";

/** The work queues first; everything last. */
const tabs: LeadView[] = ["to_call", "no_answer", "to_ship", "shipped", "returned", "all"];

export type ViewCounts = Record<LeadView, { count: number; isCapped: boolean }>;

/** The work queues, with how many leads wait in each. A tab starts without filters, in the order the list is in. */
export function LeadTabs({ params, counts }: { params: LeadListParams; counts: ViewCounts }) {
  const t = useTranslations("leads");
  const format = useFormatter();
  const { view, sort, size } = params;
  useEffect(() => rememberTab(leadList.path, leadList.url({ view, sort, size })), [view, sort, size]);
  return (
    <TabLinks
      label={t("views.label")}
      tabs={tabs.map((view) => {
        const { count, isCapped } = counts[view];
        return {
          href: leadList.url({ view, sort: sortIn(view, params.sort), size: params.size }),
          label: t(`views.${view}`),
          count: isCapped ? `${format.number(count)}+` : format.number(count),
          active: params.view === view,
        };
      })}
    />
  );
}

/** The usual order of a tab is its own; another one is taken along. */
function sortIn(view: LeadView, sort: LeadListParams["sort"]): LeadListParams["sort"] {
  return sort === "newest" && view !== "to_call" ? "due" : sort;
}

/** The queues before it is known how many leads wait in each. */
export function LeadTabsSkeleton() {
  const t = useTranslations("leads.views");
  return (
    <TabLinks
      label={t("label")}
      tabs={tabs.map((view) => ({
        href: leadList.url({ view }),
        label: t(view),
        count: <span className="inline-block w-3" />,
        active: false,
      }))}
    />
  );
}
