"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** What became of an answer: how many past orders it concerns, and whether they have followed already. */
export interface AnswerOutcome {
  orders: number;
  isDone: boolean;
}

export type Answer<Input> = (input: Input) => Promise<ActionResult<AnswerOutcome>>;

/** Sends an answer; a toast says what became of the past orders. `send` answers whether it was kept. */
export function useAnswer<Input>(answer: Answer<Input>) {
  const t = useTranslations("errors");
  const sentence = useOutcomeSentence();
  const [pending, startTransition] = useTransition();

  function send(input: Input): Promise<boolean> {
    return new Promise((resolve) => {
      startTransition(async () => {
        const result = await callAction(() => answer(input), t("unreachable"));
        if (result.ok) toast.success(sentence(result.data));
        else toast.error(result.message);
        resolve(result.ok);
      });
    });
  }

  return { send, pending };
}

/** Says what became of the past orders. */
export function useOutcomeSentence(): (outcome: AnswerOutcome) => string {
  const t = useTranslations("stores.outcome");
  return ({ orders, isDone }) => {
    if (!isDone) return orders > 0 ? t("applying", { count: orders }) : t("applyingLater");
    return orders > 0 ? t("applied", { count: orders }) : t("saved");
  };
}
