"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

export interface StartSelectingProps {
  isSelecting: boolean;
  onChange: (isSelecting: boolean) => void;
}

/** On phones cards have no room for a box each, so that one first says that one selects. */
export function StartSelecting({ isSelecting, onChange }: StartSelectingProps) {
  const t = useTranslations("table");
  return (
    <Button
      variant="ghost"
      className="-my-2"
      aria-pressed={isSelecting}
      onClick={() => onChange(!isSelecting)}
    >
      <ListChecks aria-hidden />
      {isSelecting ? t("stopSelecting") : t("startSelecting")}
    </Button>
  );
}
