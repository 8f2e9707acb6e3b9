"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAnswer } from "#components/stores/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { answerPaymentAction } from "#lib/ingest/actions.ts";
import type { PaymentQuestion as Question } from "#lib/stores/answers.ts";
import { paymentAnswerKinds } from "#lib/stores/schema.ts";

export interface PaymentQuestionProps {
  storeId: string;
  question: Question;
  mayAnswer: boolean;
}

/** Asks how a method is paid that nobody knows: one press answers it, for past orders too. */
export function PaymentQuestion({ storeId, question, mayAnswer }: PaymentQuestionProps) {
  const t = useTranslations("stores.questions");
  const { names, orders } = question;
  const name = names.at(-1);
  const aliases = names.slice(0, -1);
  return (
    <li className="grid gap-x-6 gap-y-3 border-t px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0 text-sm">
        <p className="break-words font-medium text-heading">
          {name === undefined ? t("noMethod") : t("method", { name })}
        </p>
        <p className="text-subheading text-xs">
          {t("orders", { count: orders })}
          {name === undefined && ` · ${t("noMethodHint")}`}
          {aliases.length > 0 && (
            <>
              {" · "}
              <span className="break-all font-mono">{aliases.join(", ")}</span>
            </>
          )}
        </p>
      </div>
      {mayAnswer && <Kinds storeId={storeId} names={names} />}
    </li>
  );
}

interface KindsProps {
  storeId: string;
  names: string[];
}

function Kinds({ storeId, names }: KindsProps) {
  const t = useTranslations("stores.kinds");
  const { send, pending } = useAnswer(answerPaymentAction);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="flex flex-wrap gap-2 max-md:grid">
      {paymentAnswerKinds.map((kind) => (
        <Button
          key={kind}
          loading={pending && chosen === kind}
          disabled={pending}
          onClick={() => {
            setChosen(kind);
            void send({ id: storeId, names, kind });
          }}
        >
          {t(kind)}
        </Button>
      ))}
    </div>
  );
}
