"use client";

import { useFormatter, useTranslations } from "next-intl";
import { leadStatusKey } from "#components/leads/lead-status.ts";
import { type StatusOutcome, summarise } from "#components/leads/status-result.ts";
import { useAgo } from "#components/ui/relative-time.tsx";
import { toast } from "#components/ui/toast.ts";
import type { RefusedLead, StatusChangeResult } from "#lib/leads/commands.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

type Undo = (changed: StatusChangeResult["changed"]) => void;

/** Says what a change of status did, and offers to take it back. That all leads were there already is nothing to be said. */
export function useResultToast(undo: Undo): (outcome: StatusOutcome, request: StatusChangeInput) => void {
  const t = useTranslations("leads.change");
  const sentence = useResultSentence();
  const standingOf = useStandingSentence();
  return (outcome, request) => {
    const { changed, refused, failure } = outcome;
    if (failure) toast.error(failure);
    if (changed.length + refused.length === 0) return;
    const show = refused.length === 0 ? toast.success : changed.length > 0 ? toast.warning : toast.error;
    const [only, ...others] = refused;
    show(sentence(outcome, request), {
      undo: changed.length > 0 && { label: t("undo"), run: () => undo(changed) },
      ...(only?.now && others.length === 0 && { description: standingOf(only.now) }),
    });
  };
}

/** "Confirmed", "3 leads: Confirmed", "2 of 4 changed: 2 must be confirmed first". */
function useResultSentence() {
  const t = useTranslations("leads.change");
  const statuses = useTranslations("statuses");
  const format = useFormatter();
  return (result: StatusOutcome, { change }: StatusChangeInput): string => {
    const { outcome, changed, total, reasons } = summarise(result);
    const status =
      change.field === "codStatus" ? statuses(`cod.${change.to}`) : statuses(`logistic.${change.to}`);
    const why = format.list(reasons.map(({ reason, count }) => t(`why.${reason}`, { count })));
    if (outcome === "changed") return t("changed", { count: changed, status });
    if (outcome === "partly") return t("partly", { changed, total, why });
    return total === 1 ? t(`whyOne.${reasons[0]?.reason ?? "notAllowed"}`) : t("refused", { why });
  };
}

/** "Now: Confirmed · Ana Pop · 1 min ago". */
function useStandingSentence(): (now: NonNullable<RefusedLead["now"]>) => string {
  const t = useTranslations("leads.change");
  const statuses = useTranslations("statuses");
  const ago = useAgo();
  return (now) => {
    const status = statuses(leadStatusKey(now));
    return now.by && now.at
      ? t("nowBy", { status, name: now.by, when: ago(now.at, new Date()) })
      : t("now", { status });
  };
}
