"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import type { LookChoicesProps } from "#components/list/looks/look-choices.tsx";
import { Button } from "#components/ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";

const LookChoices = lazy(() =>
  import("#components/list/looks/look-choices.tsx").then((module) => ({ default: module.LookChoices })),
);

/** Which columns a person sees, in which order, and how high the rows are. */
export function LookMenu(props: LookChoicesProps) {
  const t = useTranslations("table.view");
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("open")} title={t("open")}>
          <Columns3 aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("open")}>
        <LookChoices {...props} />
      </PopoverContent>
    </Popover>
  );
}
