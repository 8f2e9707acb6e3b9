"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

export interface ResumeButtonProps {
  storeId: string;
  resume: (input: { id: string }) => Promise<ActionResult<unknown>>;
}

export function ResumeButton({ storeId, resume }: ResumeButtonProps) {
  const t = useTranslations("stores");
  const { run, pending } = useButtonAction(() => resume({ id: storeId }), t("resumed"));
  return (
    <Button loading={pending} onClick={() => void run()}>
      <Play aria-hidden />
      {t("resume")}
    </Button>
  );
}
