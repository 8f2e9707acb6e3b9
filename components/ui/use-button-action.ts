"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** Joins a button to a server action: a toast says how it went. `run` answers whether it went well. */
export function useButtonAction(action: () => Promise<ActionResult<unknown>>, success: string) {
  const t = useTranslations("errors");
  const [pending, startTransition] = useTransition();

  function run(): Promise<boolean> {
    return new Promise((resolve) => {
      startTransition(async () => {
        const result = await callAction(action, t("unreachable"));
        if (result.ok) toast.success(success);
        else toast.error(result.message);
        resolve(result.ok);
      });
    });
  }

  return { run, pending };
}
