"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { askForRecountAction } from "#lib/kpi/actions.ts";

/** Asks for a recount of the workspace's figures. */
export function RecountButton() {
  const t = useTranslations("recounts");
  const { run, pending } = useButtonAction(() => askForRecountAction({}), t("asked"));
  return (
    <Button type="button" variant="secondary" disabled={pending} onClick={run} className="justify-self-start">
      {t("ask")}
    </Button>
  );
}
