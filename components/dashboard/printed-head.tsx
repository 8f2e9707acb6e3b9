import "#components/dashboard/print.css";
import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { useDayText } from "#components/dashboard/day-text.ts";
import type { DashboardParams } from "#lib/kpi/filters.ts";
import type { DashboardOptions, Days } from "#lib/kpi/model.ts";

export interface PrintedHeadProps {
  days: Days;
  params: DashboardParams;
  options: DashboardOptions;
  now: Date;
}

/** What paper has to say of the figures, since nobody can press it: the days, the filters, the zone. */
export function PrintedHead({ days, params, options, now }: PrintedHeadProps) {
  const t = useTranslations("dashboard");
  const sources = useTranslations("dashboard.tables.sourceOf");
  const written = useDayText(now);
  const format = useFormatter();
  const nameOf = (named: DashboardOptions["sellers"], ids: string[]) =>
    named.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const filters = [
    ...nameOf(options.stores, params.store),
    ...nameOf(options.sellers, params.seller),
    ...params.source.map((source) => sources(source)),
    ...(params.product ? [params.product] : []),
  ];
  return (
    <p className="hidden text-sm text-subheading print:block">
      {t("printed", {
        days: written(days),
        filters: format.list(filters, { style: "narrow" }) || t("unfiltered"),
        timezone: useTimeZone() ?? "UTC",
      })}
    </p>
  );
}
