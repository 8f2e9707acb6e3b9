"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { KeysDialog } from "#components/list/table/keys-dialog.tsx";
import { usePageKeys } from "#components/ui/use-page-keys.ts";

/** Marks what the key of filters leads to. */
export const filtersId = "dashboard-filters";

/** The keys of the dashboard under "?", and F for its filters; the others are where they act. */
export function DashboardKeys() {
  const t = useTranslations("dashboard.keys");
  const [isShown, setIsShown] = useState(false);

  usePageKeys((key) => {
    if (key === "?") setIsShown(true);
    else if (key.toLowerCase() === "f") openFilters();
    else return false;
    return true;
  });

  return (
    <KeysDialog
      open={isShown}
      onOpenChange={setIsShown}
      keys={[
        { keys: ["R"], label: t("range") },
        { keys: ["F"], label: t("filter") },
        { keys: ["T"], label: t("table") },
        { keys: ["P"], label: t("print") },
      ]}
    />
  );
}

/** The first filter that is on this screen. */
function openFilters(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>(`#${filtersId} button`)];
  buttons.find((button) => button.offsetParent !== null)?.click();
}
