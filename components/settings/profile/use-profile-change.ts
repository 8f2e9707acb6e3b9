"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { changeProfileAction } from "#lib/profile/actions.ts";
import type { ProfileChange } from "#lib/profile/schema.ts";

/** Saves what was chosen at once; a toast says how it went, in the language that counts then. `show` draws the choice before it is kept. */
export function useProfileChange() {
  const t = useTranslations("errors");
  const [pending, startTransition] = useTransition();

  function change(wanted: ProfileChange, show: () => void): void {
    startTransition(async () => {
      show();
      const result = await callAction(() => changeProfileAction(wanted), t("unreachable"));
      if (result.ok) toast.success(result.data);
      else toast.error(result.message);
    });
  }

  return { change, pending };
}
