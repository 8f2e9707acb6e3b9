"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** Joins a button to a server action whose answer is shown where the button was. */
export function useAnswer<Result>(
  action: () => Promise<ActionResult<Result>>,
  onAnswer: (answer: Result) => void,
) {
  const t = useTranslations("errors");
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function ask(): void {
    setMessage(null);
    startTransition(async () => {
      const result = await callAction(action, t("unreachable"));
      if (result.ok) onAnswer(result.data);
      else setMessage(result.message);
    });
  }

  return { ask, pending, message };
}
