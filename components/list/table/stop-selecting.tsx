"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/** On phones, where cards have a box each only while one selects: ends that. */
export function StopSelecting({ onStop }: { onStop: () => void }) {
  const t = useTranslations("table");
  return (
    <Button variant="ghost" className="-my-2 justify-self-end" onClick={onStop}>
      {t("stopSelecting")}
    </Button>
  );
}
