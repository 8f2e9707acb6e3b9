import { useTranslations } from "next-intl";
import { CallRulesForm } from "#components/leads/call/call-rules-form.tsx";
import { pauseOf } from "#components/leads/call/pause.ts";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { CallRules } from "#lib/leads/model.ts";

export interface CallRulesCardProps {
  rules: CallRules;
  mayWrite: boolean;
}

/** When a lead that gives no answer is called again, and when it is put aside. */
export function CallRulesCard({ rules, mayWrite }: CallRulesCardProps) {
  const t = useTranslations("callRules");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("noAnswer")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <CardDescription>{t("text")}</CardDescription>
        {mayWrite ? <CallRulesForm rules={rules} /> : <CallRulesText rules={rules} />}
      </CardContent>
    </Card>
  );
}

function CallRulesText({ rules: { maxAttempts, retryAfterMinutes } }: { rules: CallRules }) {
  const t = useTranslations("callRules");
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
      {retryAfterMinutes.map((minutes, index) => {
        const { amount, unit } = pauseOf(minutes);
        const isLast = index === retryAfterMinutes.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a pause is about
          <div key={index} className="contents">
            <dt className="text-subheading">
              {t(isLast ? "afterAndLater" : "after", { number: index + 1 })}
            </dt>
            <dd className="text-heading">{t(`pause.${unit}`, { count: amount })}</dd>
          </div>
        );
      })}
      <dt className="text-subheading">{t("putAside")}</dt>
      <dd className="text-heading">{t("tries", { count: maxAttempts })}</dd>
    </dl>
  );
}
