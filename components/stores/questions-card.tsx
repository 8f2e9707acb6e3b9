import { useTranslations } from "next-intl";
import { PaymentQuestion } from "#components/stores/payment-question.tsx";
import { StatusDialog } from "#components/stores/status-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { StatusQuestion, StoreQuestions } from "#lib/stores/questions.ts";

export interface QuestionsCardProps {
  storeId: string;
  questions: StoreQuestions;
  mayAnswer: boolean;
}

/** What Astra asks about a store: payment methods and statuses that nobody knows. */
export function QuestionsCard({ storeId, questions, mayAnswer }: QuestionsCardProps) {
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
            mayAnswer={mayAnswer}
          />
        ))}
        {statuses.map((question) => (
          <StatusRow key={question.status} storeId={storeId} question={question} mayAnswer={mayAnswer} />
        ))}
      </ul>
    </Card>
  );
}

interface StatusRowProps {
  storeId: string;
  question: StatusQuestion;
  mayAnswer: boolean;
}

function StatusRow({ storeId, question: { status, orders }, mayAnswer }: StatusRowProps) {
  const t = useTranslations("stores.questions");
  return (
    <li className="grid gap-x-6 gap-y-3 border-t px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0 text-sm">
        <p className="break-words font-medium text-heading">{t("status", { status })}</p>
        <p className="text-subheading text-xs">{t("orders", { count: orders })}</p>
      </div>
      {mayAnswer && (
        <StatusDialog
          storeId={storeId}
          status={status}
          meaning={null}
          trigger={<Button>{t("say")}</Button>}
        />
      )}
    </li>
  );
}
