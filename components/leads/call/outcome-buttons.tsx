"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { type CallOutcome, callOutcomes } from "#lib/leads/model.ts";

export interface OutcomesProps {
  choose: (outcome: CallOutcome) => void;
  skip: () => void;
}

/** What the call came to, each with its key; on phones the thumb's bar takes this place. */
export function OutcomeButtons({ choose, skip }: OutcomesProps) {
  const t = useTranslations("calling");
  return (
    <fieldset className="grid grid-cols-4 gap-2">
      <legend className="sr-only">{t("outcome")}</legend>
      {callOutcomes.map((outcome, index) => (
        <Button
          key={outcome}
          variant={outcome === "confirmed" ? "primary" : "outline"}
          className="h-11 justify-between rounded-xl px-4"
          aria-keyshortcuts={String(index + 1)}
          onClick={() => choose(outcome)}
        >
          {t(`outcomes.${outcome}`)}
          <Kbd className={cn(outcome === "confirmed" && "border-brand-contrast/40 text-brand-contrast")}>
            {index + 1}
          </Kbd>
        </Button>
      ))}
      <Button
        variant="outline"
        className="h-11 justify-between rounded-xl px-4 text-body"
        aria-keyshortcuts="S"
        onClick={skip}
      >
        {t("skip")}
        <Kbd>S</Kbd>
      </Button>
    </fieldset>
  );
}
