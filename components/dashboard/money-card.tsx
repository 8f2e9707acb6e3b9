import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DashboardCard, figureCell, headingCell } from "#components/dashboard/dashboard-card.tsx";
import { cn } from "#components/ui/cn.ts";
import { formatAmount } from "#lib/base/money/format.ts";
import { type MoneyOfCurrency, moneyNames } from "#lib/kpi/model.ts";

/** How the money stands, one column a currency: unlike ones are never added up. */
export function MoneyCard({ money }: { money: MoneyOfCurrency[] }) {
  const t = useTranslations("dashboard.money");
  const locale = useLocale();
  return (
    <DashboardCard title={t("title")} aside={<span className="text-sm text-subheading">{t("text")}</span>}>
      {money.length === 0 ? (
        <p className="border-t px-4 py-6 text-center text-sm text-subheading">{t("none")}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-heading text-sm">
            <caption className="sr-only">{t("title")}</caption>
            <thead>
              <tr className="border-t">
                <td aria-hidden />
                {money.map(({ currency }) => (
                  <th key={currency} scope="col" className={headingCell}>
                    {currency}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {moneyNames.map((name) => (
                <tr key={name} className="h-10 border-t">
                  <th scope="row" className="whitespace-nowrap ps-4 text-start font-normal">
                    {t(name)}
                  </th>
                  {money.map((one) => (
                    <td
                      key={one.currency}
                      className={cn(figureCell, name === "collected" && "font-semibold")}
                    >
                      <Link href={one[name].href} className="whitespace-nowrap hover:underline">
                        <span className={Number(one[name].value) === 0 ? "text-subheading" : undefined}>
                          {formatAmount(one[name].value, one.currency, locale)}
                        </span>
                      </Link>
                    </td>
                  ))}
                </tr>
              ))}
              <tr className="h-10 border-t">
                <th scope="row" className="ps-4 text-start font-normal">
                  {t("average")}
                </th>
                {money.map(({ currency, average, worth }) => (
                  <td key={currency} className={figureCell}>
                    {average ? (
                      <Link href={worth.href} className="whitespace-nowrap hover:underline">
                        {formatAmount(average.value, currency, locale)}
                      </Link>
                    ) : (
                      <span className="text-subheading">–</span>
                    )}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </DashboardCard>
  );
}
