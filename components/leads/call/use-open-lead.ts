"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toast } from "sonner";
import { callAction } from "#components/ui/call-action.ts";
import { keepLeadAction, stopCallingAction } from "#lib/leads/actions.ts";

const EVERY_MINUTE = 60_000;

/** What lets others call the lead of the page left last. */
let leaving: Promise<unknown> = Promise.resolve();

/** Until the page left last has let its lead go, a lead opened anew would be let go with it. */
export function whenLeft(): Promise<unknown> {
  return leaving;
}

/** Keeps the open lead for the person while the page is open, and lets others call it after that. */
export function useOpenLead(leadId: string | null): void {
  const unreachable = useTranslations("errors")("unreachable");

  const renew = useEffectEvent(async (id: string) => {
    const result = await callAction(() => keepLeadAction({ leadId: id }), unreachable);
    if (!result.ok) toast.error(result.message, { id: "keep-lead" });
  });
  const release = useEffectEvent(() => {
    leaving = callAction(stopCallingAction, unreachable);
  });

  useEffect(() => {
    if (!leadId) return;
    const timer = setInterval(() => renew(leadId), EVERY_MINUTE);
    return () => clearInterval(timer);
  }, [leadId]);

  useEffect(() => {
    return () => release();
  }, []);
}
