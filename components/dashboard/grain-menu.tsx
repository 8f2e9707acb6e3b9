"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDashboardParams } from "#components/dashboard/use-dashboard-params.ts";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import type { Grain, Trend } from "#lib/kpi/model.ts";

/** By what a trend counts, and what else it can: a day has only its hours. */
export function GrainMenu({ grain, grains }: Pick<Trend, "grain" | "grains">) {
  const t = useTranslations("dashboard.trend");
  const common = useTranslations("common");
  const { change, isPending } = useDashboardParams();
  const text = t("by", { grain });
  if (grains.length === 1) return <p className="text-sm text-subheading">{text}</p>;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          aria-busy={isPending}
          aria-label={common("labelled", { label: t("grain"), value: text })}
          className="-ms-2 font-normal text-sm text-subheading"
        >
          {text}
          <ChevronDown aria-hidden className="print:hidden" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuRadioGroup value={grain} onValueChange={(chosen) => change({ grain: chosen as Grain })}>
          {grains.map((one) => (
            <DropdownMenuRadioItem key={one} value={one}>
              {t(`grains.${one}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
