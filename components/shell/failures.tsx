"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { isOfBeforeUpdate } from "#components/shell/before-update.ts";
import type { ErrorStateProps } from "#components/shell/error-state.tsx";

// What failed pages say is fetched while the browser idles, or else when one fails: no page waits for it.

/** Fetches what a failed page looks like. */
export function loadFailedPage() {
  return import("#components/shell/failed-page.tsx");
}

export const FailedPage = lazy(() =>
  loadFailedPage().then(
    (module) => ({ default: module.FailedPage }),
    () => ({ default: PlainFailure }),
  ),
);

export const ErrorState = lazy(() =>
  import("#components/shell/error-state.tsx").then(
    (module) => ({ default: module.ErrorState }),
    () => ({ default: PlainFailure }),
  ),
);

/** What is said when not even that can be fetched: the server is out of reach, or has newer scripts. */
function PlainFailure({ error }: ErrorStateProps) {
  const t = useTranslations("failure");
  const isUpdated = isOfBeforeUpdate(error);
  return (
    <div role="alert" className="p-16 text-center">
      <h1 className="font-semibold text-heading">{t(isUpdated ? "updatedTitle" : "title")}</h1>
      <p className="my-1">{t(isUpdated ? "updatedText" : "text")}</p>
      <button type="button" className="h-11 text-brand-text underline" onClick={() => location.reload()}>
        {t("reload")}
      </button>
    </div>
  );
}
