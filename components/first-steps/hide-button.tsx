"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { hideFirstStepsAction } from "#lib/first-steps/actions.ts";

/** Puts the first steps away, or shows them on the dashboard again. */
export function HideButton({ isHidden }: { isHidden: boolean }) {
  const t = useTranslations("firstSteps");
  const change = useButtonAction(
    () => hideFirstStepsAction({ isHidden: !isHidden }),
    t(isHidden ? "shown" : "hidden"),
  );
  return (
    <Button
      variant={isHidden ? "outline" : "ghost"}
      loading={change.pending}
      onClick={() => void change.run()}
    >
      {t(isHidden ? "show" : "hide")}
    </Button>
  );
}
