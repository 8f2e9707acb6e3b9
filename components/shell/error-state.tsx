"use client";

import { RotateCw, ServerCrash } from "lucide-react";
import { useTranslations } from "next-intl";
import { isOfBeforeUpdate } from "#components/shell/before-update.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export interface ErrorStateProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** What a failed page says: what happened, what to do, and the digest under which the server logged it. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const t = useTranslations("failure");
  if (isOfBeforeUpdate(error)) return <UpdatedState />;
  return (
    <div role="alert">
      <EmptyState
        icon={ServerCrash}
        titleAs="h1"
        title={t("title")}
        text={
          <>
            {t("text")}
            {error.digest && (
              <span className="mt-2 block font-mono text-xs">{t("reference", { digest: error.digest })}</span>
            )}
          </>
        }
        action={
          <Button variant="primary" onClick={() => retry()}>
            <RotateCw aria-hidden />
            {t("retry")}
          </Button>
        }
      />
    </div>
  );
}

function UpdatedState() {
  const t = useTranslations("failure");
  return (
    <div role="alert">
      <EmptyState
        icon={RotateCw}
        titleAs="h1"
        title={t("updatedTitle")}
        text={t("updatedText")}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t("reload")}
          </Button>
        }
      />
    </div>
  );
}
