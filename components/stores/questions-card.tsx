import { useTranslations } from "next-intl";
import { PaymentQuestion } from "#components/stores/payment-question.tsx";
import { type StatusActs, StatusDialog } from "#components/stores/status-dialog.tsx";
import type { Answer } from "#components/stores/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { StatusQuestion, StoreQuestions } from "#lib/stores/questions.ts";
import type { PaymentAnswer } from "#lib/stores/schema.ts";

/** How a person answers; null for those who may only look. */
export interface AnswerActs {
  payment: Answer<PaymentAnswer>;
  status: StatusActs;
}

export interface QuestionsCardProps {
  storeId: string;
  questions: StoreQuestions;
  acts: AnswerActs | null;
}

/** What Astra asks about a store: payment methods and statuses that nobody knows. */
export function QuestionsCard({ storeId, questions, acts }: QuestionsCardProps) {
  const t = useTranslations("stores.questions");
  const { payments, statuses } = questions;
  if (payments.length + statuses.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title", { count: payments.length + statuses.length })}</CardTitle>
      </CardHeader>
      <CardContent>
        <CardDescription>{t("text")}</CardDescription>
      </CardContent>
      <ul>
        {payments.map((question) => (
          <PaymentQuestion
            key={question.names.join("\n")}
            storeId={storeId}
            question={question}
            answer={acts?.payment ?? null}
          />
        ))}
        {statuses.map((question) => (
          <StatusRow
            key={question.status}
            storeId={storeId}
            question={question}
            acts={acts?.status ?? null}
          />
        ))}
      </ul>
    </Card>
  );
}

interface StatusRowProps {
  storeId: string;
  question: StatusQuestion;
  acts: StatusActs | null;
}

function StatusRow({ storeId, question: { status, orders }, acts }: StatusRowProps) {
  const t = useTranslations("stores.questions");
  return (
    <li className="grid gap-x-6 gap-y-3 border-t px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0 text-sm">
        <p className="break-words font-medium text-heading">{t("status", { status })}</p>
        <p className="text-subheading text-xs">{t("orders", { count: orders })}</p>
      </div>
      {acts && (
        <StatusDialog
          storeId={storeId}
          status={status}
          meaning={null}
          acts={acts}
          trigger={<Button>{t("say")}</Button>}
        />
      )}
    </li>
  );
}
