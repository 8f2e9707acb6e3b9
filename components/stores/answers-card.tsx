import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaymentAnswerSelect } from "#components/stores/payment-answer-select.tsx";
import { StatusDialog } from "#components/stores/status-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { StoreRow } from "#lib/stores/queries.ts";
import type { ShownAnswers } from "#lib/stores/questions.ts";

export interface AnswersCardProps {
  store: StoreRow;
  answers: ShownAnswers;
  mayAnswer: boolean;
}

/** What the store's owner has said of its payment methods and statuses, to be changed at any time. */
export function AnswersCard({ store, answers, mayAnswer }: AnswersCardProps) {
  const t = useTranslations("stores");
  const { payments, statuses } = answers;
  if (payments.length + statuses.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("answers.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <CardDescription>{t("answers.text")}</CardDescription>
      </CardContent>
      <ul>
        {payments.map(({ names, kind }) => (
          <Row
            key={names.join("\n")}
            what={t("answers.method")}
            name={names.at(-1) ?? t("answers.noMethod")}
            aside={
              mayAnswer ? (
                <PaymentAnswerSelect storeId={store.id} names={names} kind={kind} />
              ) : (
                t(`kinds.${kind}`)
              )
            }
          />
        ))}
        {statuses.map(({ status, meaning }) => (
          <Row
            key={status}
            what={t("answers.status")}
            name={status}
            aside={
              <>
                <span className="min-w-0 break-words">{t(`meanings.${meaning}`)}</span>
                {mayAnswer && (
                  <StatusDialog
                    storeId={store.id}
                    status={status}
                    meaning={meaning}
                    trigger={<Button size="sm">{t("answers.change")}</Button>}
                  />
                )}
              </>
            }
          />
        ))}
      </ul>
    </Card>
  );
}

function Row({ what, name, aside }: { what: string; name: string; aside: ReactNode }) {
  return (
    <li className="grid gap-x-6 gap-y-2 border-t px-4 py-2 text-sm md:min-h-12 md:grid-cols-[120px_minmax(0,1fr)_minmax(0,auto)] md:items-center">
      <span className="text-subheading max-md:text-xs">{what}</span>
      <span className="min-w-0 break-words font-medium text-heading">{name}</span>
      <span className="flex min-w-0 items-center justify-between gap-3">{aside}</span>
    </li>
  );
}
