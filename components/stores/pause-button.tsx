"use client";

import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { pauseStoreAction } from "#lib/stores/actions.ts";

/** Pauses a store, once it was said what that means. */
export function PauseButton({ storeId }: { storeId: string }) {
  const t = useTranslations("stores.pause");
  const { run } = useButtonAction(() => pauseStoreAction({ id: storeId }), t("done"));
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <Pause aria-hidden />
          {t("open")}
        </Button>
      }
      title={t("title")}
      description={t("text")}
      confirmLabel={t("confirm")}
      onConfirm={run}
    />
  );
}
