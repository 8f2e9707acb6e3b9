import { useFormatter, useTranslations } from "next-intl";
import { RecountButton } from "#components/settings/figures/recount-button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Recount } from "#lib/kpi/queries.ts";

/** What the last recounts of the figures found. */
export function RecountsCard({ recounts }: { recounts: Recount[] }) {
  const t = useTranslations("recounts");
  const format = useFormatter();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("reports")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <CardDescription>{t("text")}</CardDescription>
        <RecountButton />
        {recounts.length > 0 && (
          <ul className="grid gap-3 text-sm">
            {recounts.map((recount) => (
              <li key={recount.id} className="grid gap-1">
                <span className="flex flex-wrap gap-x-3">
                  <RelativeTime date={recount.countedAt ?? recount.askedAt} className="text-subheading" />
                  <span className="text-heading">{verdict(recount)}</span>
                </span>
                {recount.differences.map(({ what, span, rows, startsAt }) => (
                  <span key={`${what} ${span}`} className="text-subheading">
                    {t("difference", {
                      what,
                      span,
                      rows,
                      example: format.dateTime(startsAt, "dateTime", { timeZone: "UTC" }),
                    })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );

  function verdict({ countedAt, leads, differences }: Recount): string {
    if (countedAt === null) return t("running");
    if (differences.length > 0) return t("differed", { leads: leads ?? 0 });
    return t("right", { leads: leads ?? 0 });
  }
}
