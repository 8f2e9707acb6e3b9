import { useFormatter, useTranslations } from "next-intl";
import { DayColumns } from "#components/charts/day-columns.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { StorePage } from "#lib/stores/queries.ts";

type Days = StorePage["days"];

/** How many deliveries came on each of the last days, and how many failed; gone while there are none. */
export function HealthCard({ days }: { days: Days }) {
  const t = useTranslations("stores.health");
  const format = useFormatter();
  const dayText = (day: Date) => format.dateTime(day, { dateStyle: "medium", timeZone: "UTC" });
  const [total, failed] = [sumOf(days, "deliveries"), sumOf(days, "failed")];
  if (total === 0) return null;
  const columns = days.map(({ day, deliveries, failed: wrong }) => ({
    key: day.toISOString(),
    title: t(wrong > 0 ? "dayFailed" : "day", { day: dayText(day), count: deliveries, failed: wrong }),
    total: deliveries,
    wrong,
  }));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription className="me-auto tabular-nums">
          {[t("count", { count: total }), ...(failed > 0 ? [t("failed", { count: failed })] : [])].join(
            " · ",
          )}
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-2">
        <DayColumns columns={columns} />
        <div aria-hidden className="flex justify-between text-subheading text-xs tabular-nums">
          {[days[0], days.at(-1)].map(
            (end) => end && <span key={end.day.toISOString()}>{dayText(end.day)}</span>,
          )}
        </div>
        <p className="text-subheading text-xs">{t("rhythm")}</p>
        <div className="sr-only">
          <DayTable days={days} dayText={dayText} />
        </div>
      </CardContent>
    </Card>
  );
}

function DayTable({ days, dayText }: { days: Days; dayText: (day: Date) => string }) {
  const t = useTranslations("stores.health");
  return (
    <table>
      <caption>{t("title")}</caption>
      <thead>
        <tr>
          {(["day", "deliveries", "failed"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, deliveries, failed }) => (
          <tr key={day.toISOString()}>
            <th scope="row">{dayText(day)}</th>
            <td>{deliveries}</td>
            <td>{failed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sumOf(days: Days, what: "deliveries" | "failed"): number {
  return days.reduce((sum, day) => sum + day[what], 0);
}
