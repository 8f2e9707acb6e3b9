import type { DashboardParams } from "#lib/kpi/filters.ts";
import type { Days } from "#lib/kpi/model.ts";
import { leadList } from "#lib/leads/list.ts";
import type { LeadSource } from "#lib/leads/model.ts";
import type { LeadFigure } from "#lib/leads/steps.ts";

/** What a dashboard shows less of than all. */
export type DashboardFilter = Pick<DashboardParams, "store" | "seller" | "source" | "product">;

/** What a row of a table, or an hour, narrows a figure to. */
export interface Narrowing {
  store?: string;
  seller?: string;
  source?: LeadSource;
  product?: string;
  currency?: string;
  hour?: Date;
}

/** Makes the address of the list that shows exactly the leads that some figures count together. */
export function linkTo(filter: DashboardFilter) {
  return (figures: readonly LeadFigure[], days: Days, { hour, ...row }: Narrowing = {}): string =>
    leadList.url({
      figure: [...figures],
      from: days.from,
      to: days.to,
      hour: hour ?? null,
      store: row.store ? [row.store] : filter.store,
      seller: row.seller ? [row.seller] : filter.seller,
      source: row.source ? [row.source] : filter.source,
      currency: row.currency ?? "",
      sku: row.product ?? filter.product,
    });
}
