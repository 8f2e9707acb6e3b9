"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { rememberTab } from "#components/shell/shell-store.ts";
import type { TabLinksProps } from "#components/ui/tab-links.tsx";
import { useArrived } from "#components/ui/use-arrived.ts";
import { type LeadListParams, type LeadView, leadList } from "#lib/leads/list.ts";
import type { ViewCounts } from "#lib/leads/queries.ts";

/** The work queues first; everything last. */
const tabs: LeadView[] = ["to_call", "no_answer", "to_ship", "shipped", "returned", "all"];

interface LeadTabsOptions {
  params: LeadListParams;
  /** How many leads there are in each. */
  counts: ViewCounts;
  /** Come after the page: how many leads the filters leave in each, or how many there are where counting stopped. */
  laterCounts: Promise<ViewCounts | null> | null;
}

/** The work queues, with how many leads of each the filters leave, which stay on from tab to tab. */
export function useLeadTabs({ params, counts, laterCounts }: LeadTabsOptions): TabLinksProps {
  const t = useTranslations("leads");
  const format = useFormatter();
  const { view, sort, size } = params;
  useEffect(() => rememberTab(leadList.path, leadList.url({ view, sort, size })), [view, sort, size]);
  const later = useArrived(laterCounts, null);
  const known = leadList.isNarrowed(params) ? later : (laterCounts && later) || counts;
  return {
    label: t("views.label"),
    tabs: tabs.map((one) => {
      const counted = known?.[one];
      const text = counted ? format.number(counted.count) : notYet;
      return {
        href: leadList.url({ ...params, view: one, sort: sortIn(one, sort), after: null, before: null }),
        label: t(`views.${one}`),
        count: counted?.isCapped ? `${text}+` : text,
        active: one === view,
      };
    }),
  };
}

const notYet = <span className="inline-block w-3" />;

/** The usual order of a tab is its own; another one is taken along. */
function sortIn(view: LeadView, sort: LeadListParams["sort"]): LeadListParams["sort"] {
  return sort === "newest" && view !== "to_call" ? "due" : sort;
}

/** The queues before it is known which is open, and how many leads wait in each. */
export function useWaitingTabs(): TabLinksProps {
  const t = useTranslations("leads.views");
  return {
    label: t("label"),
    tabs: tabs.map((view) => ({
      href: leadList.url({ view }),
      label: t(view),
      count: notYet,
      active: false,
    })),
  };
}
