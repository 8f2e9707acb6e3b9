"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { removeSampleOrderAction, sendSampleOrderAction } from "#lib/first-steps/actions.ts";
import type { FirstSteps } from "#lib/first-steps/queries.ts";

/** Tries the whole way without a shop; what came of it can be looked at, and removed. */
export function SampleOrder({ store, sample }: Pick<FirstSteps, "store" | "sample">) {
  const t = useTranslations("firstSteps.sample");
  const sending = useButtonAction(() => sendSampleOrderAction({ storeId: store?.id ?? "" }), t("sent"));
  const removal = useButtonAction(
    () => removeSampleOrderAction({ storeId: sample?.storeId ?? "" }),
    t("removed"),
  );
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3 rounded-lg border bg-background px-3 py-2.5 md:ms-8">
      {sample ? (
        <>
          <p className="min-w-0 flex-1 text-pretty text-sm">{t("here")}</p>
          <div className="flex flex-wrap gap-2">
            <Button asChild>
              <Link href={`/leads/${sample.leadId}`}>{t("look")}</Link>
            </Button>
            <Button loading={removal.pending} onClick={() => void removal.run()}>
              {t("remove")}
            </Button>
          </div>
        </>
      ) : (
        store && (
          <>
            <div className="min-w-0 flex-1 basis-60 text-sm">
              <p className="font-medium text-heading">{t("title")}</p>
              <p className="text-pretty text-subheading">{t("text", { store: store.name })}</p>
            </div>
            <Button loading={sending.pending} onClick={() => void sending.run()}>
              {t("send")}
            </Button>
          </>
        )
      )}
    </div>
  );
}
