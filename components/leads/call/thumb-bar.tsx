"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OutcomesProps } from "#components/leads/call/outcome-buttons.tsx";
import { ActionBar } from "#components/shell/action-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import { type CallOutcome, callOutcomes } from "#lib/leads/model.ts";

const underThumb: readonly CallOutcome[] = ["confirmed", "no_answer", "postponed"];

/** The outcomes at the bottom of a phone's screen, the commonest lowest; the rest in a sheet. */
export function ThumbBar({ choose, skip }: OutcomesProps) {
  const t = useTranslations("calling");
  const [isOpen, setOpen] = useState(false);
  return (
    <ActionBar>
      <div className="grid grid-cols-[1fr_1fr_44px] gap-2">
        <Button onClick={() => choose("no_answer")}>{t("outcomes.no_answer")}</Button>
        <Button onClick={() => choose("postponed")}>{t("outcomes.postponed")}</Button>
        <Button size="icon" aria-label={t("moreOutcomes")} onClick={() => setOpen(true)}>
          <Ellipsis aria-hidden />
        </Button>
        <Button variant="primary" className="col-span-3 max-md:h-12" onClick={() => choose("confirmed")}>
          {t("outcomes.confirmed")}
        </Button>
      </div>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent aria-describedby={undefined}>
          <DialogHeader>
            <DialogTitle>{t("outcome")}</DialogTitle>
          </DialogHeader>
          <div className="grid gap-2">
            {callOutcomes
              .filter((outcome) => !underThumb.includes(outcome))
              .map((outcome) => (
                <Button
                  key={outcome}
                  onClick={() => {
                    setOpen(false);
                    choose(outcome);
                  }}
                >
                  {t(`outcomes.${outcome}`)}
                </Button>
              ))}
            <Button
              variant="ghost"
              onClick={() => {
                setOpen(false);
                skip();
              }}
            >
              {t("skip")}
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </ActionBar>
  );
}
