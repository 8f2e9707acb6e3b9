"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { resumeStoreAction } from "#lib/ingest/actions.ts";

export function ResumeButton({ storeId }: { storeId: string }) {
  const t = useTranslations("stores");
  const { run, pending } = useButtonAction(() => resumeStoreAction({ id: storeId }), t("resumed"));
  return (
    <Button loading={pending} onClick={() => void run()}>
      <Play aria-hidden />
      {t("resume")}
    </Button>
  );
}
