"use client";

import { useTranslations } from "next-intl";
import { useAnswer } from "#components/stores/use-answer.ts";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { answerPaymentAction } from "#lib/ingest/actions.ts";
import type { PaymentKind } from "#lib/sales/statuses.ts";
import { paymentAnswerKinds } from "#lib/stores/schema.ts";

export interface PaymentAnswerSelectProps {
  storeId: string;
  names: string[];
  kind: PaymentKind;
}

const askAgain = "ask_again";

/** Changes what was said of a payment method, or has it asked again. */
export function PaymentAnswerSelect({ storeId, names, kind }: PaymentAnswerSelectProps) {
  const t = useTranslations("stores");
  const { send, pending } = useAnswer(answerPaymentAction);

  function choose(chosen: string): void {
    const said = paymentAnswerKinds.find((one) => one === chosen) ?? null;
    void send({ id: storeId, names, kind: said });
  }

  return (
    <Select value={kind} onValueChange={choose} disabled={pending}>
      <SelectTrigger
        aria-label={t("answers.kindOf", { name: names.at(-1) ?? t("answers.noMethod") })}
        className="md:w-48"
      />
      <SelectContent>
        {paymentAnswerKinds.map((one) => (
          <SelectItem key={one} value={one}>
            {t(`kinds.${one}`)}
          </SelectItem>
        ))}
        <SelectItem value={askAgain}>{t("answers.askAgain")}</SelectItem>
      </SelectContent>
    </Select>
  );
}
