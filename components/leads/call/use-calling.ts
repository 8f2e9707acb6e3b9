"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useOptimistic, useRef, useState, useTransition } from "react";
import { whenLeft } from "#components/leads/call/use-open-lead.ts";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import {
  recordOutcomeAction,
  reopenLeadAction,
  takeNextAction,
  undoOutcomeAction,
} from "#lib/leads/actions.ts";
import type { Calling, RecordedCall } from "#lib/leads/calling.ts";
import type { CallOutcome } from "#lib/leads/model.ts";

/** The last call, which can be taken back. */
export interface LastCall {
  undo: RecordedCall["undo"];
  name: string | null;
  outcome: CallOutcome;
  callBackAt: Date | null;
}

/** More than these are not kept in mind as skipped. */
const skippedAtMost = 500;

/** What the server sent for pages that have been left: shown again by the browser's Back, it is no longer true. */
const left = new WeakSet<Calling>();

/** Goes from lead to lead: the next one is shown at once, and an outcome that can't be kept brings the former back. */
export function useCalling(initial: Calling, query: string) {
  const unreachable = useTranslations("errors")("unreachable");
  const [calling, setCalling] = useState(initial);
  const [shown, showAtOnce] = useOptimistic(calling);
  const [skipped, setSkipped] = useState<string[]>([]);
  const [calls, setCalls] = useState<LastCall[]>([]);
  const [note, setNote] = useState("");
  const [isPending, startTransition] = useTransition();

  /** Shows `expected` until the server has answered; a refusal says why and shows what was. */
  function run<T>(
    expected: Calling | null,
    action: () => Promise<ActionResult<T>>,
    onSuccess: (data: T) => void,
    onFailure: () => void = () => undefined,
  ): void {
    startTransition(async () => {
      if (expected) showAtOnce(expected);
      const result = await callAction(action, unreachable);
      startTransition(() => {
        if (result.ok) return onSuccess(result.data);
        // Opening the lead again may be refused for the same reason as its outcome: that is said once.
        toast.error(result.message, { id: result.message });
        onFailure();
      });
    });
  }

  /** The next lead may be worked before the server has answered for this one: requests go out one after the other. */
  function record(outcome: CallOutcome, callBackAt?: Date): void {
    const { lead } = shown;
    if (!lead) return;
    const { codStatus, callAttempts } = lead;
    const seen = { codStatus, callAttempts, callBackAt: lead.callBackAt };
    setNote("");
    run(
      afterCall(shown, outcome),
      () => recordOutcomeAction({ query, skipped, leadId: lead.id, seen, outcome, callBackAt, note }),
      (recorded) => {
        setCalling(recorded.next);
        setCalls((before) => [
          ...before,
          { ...recorded, name: lead.contact.name ?? lead.phoneText, outcome },
        ]);
      },
      () => {
        setNote((written) => written || note);
        reopen(lead.id);
      },
    );
  }

  function reopen(leadId: string): void {
    run(null, () => reopenLeadAction({ query, skipped, leadId }), setCalling);
  }

  function skip(): void {
    const { lead } = shown;
    if (!lead) return;
    take([...skipped, lead.id].slice(-skippedAtMost), { ...goneOn(shown), left: shown.left - 1 });
  }

  function take(nowSkipped: string[], expected: Calling | null = null): void {
    setSkipped(nowSkipped);
    run(
      expected,
      async () => {
        await whenLeft();
        return takeNextAction({ query, skipped: nowSkipped });
      },
      setCalling,
      () => setSkipped(skipped),
    );
  }

  /** False: there is no call to take back, so that Z is for what was done before. */
  function undo(): boolean {
    const last = calls.at(-1);
    if (isPending) return true;
    if (!last) return false;
    run(
      null,
      () => undoOutcomeAction({ query, skipped, undo: last.undo }),
      (former) => {
        setCalling(former);
        setCalls((before) => before.slice(0, -1));
      },
    );
    return true;
  }

  /** The page was away, and others may have called meanwhile; with a note begun, it stays with the lead of the note. */
  const comeBack = useEffectEvent(() => {
    if (shown.lead && note) reopen(shown.lead.id);
    else take(skipped, { ...shown, lead: null });
  });

  /** The server showed what comes next and left it to everybody; it is the person's from now on. */
  const open = useEffectEvent(() => take(skipped, shown));

  /** The page was shown anew after something of the open lead was changed over the desk: it stays, with what it says now. */
  const renew = useEffectEvent(() => {
    if (!shown.lead) take(skipped, shown);
    else if (initial.lead?.id === shown.lead.id) setCalling((now) => ({ ...now, lead: initial.lead }));
    else reopen(shown.lead.id);
  });

  const hasOpened = useRef(false);
  useEffect(() => {
    if (left.has(initial)) comeBack();
    else if (hasOpened.current) renew();
    else open();
    hasOpened.current = true;
    return () => {
      left.add(initial);
    };
  }, [initial]);

  useEffect(() => {
    const listen = ({ persisted }: PageTransitionEvent) => persisted && comeBack();
    window.addEventListener("pageshow", listen);
    return () => window.removeEventListener("pageshow", listen);
  }, []);

  return {
    calling: shown,
    lastCall: calls.at(-1) ?? null,
    skippedCount: skipped.length,
    note,
    setNote,
    isPending,
    record,
    skip,
    undo,
    callSkipped: () => take([]),
  };
}

/** What is there once the open lead is done with, as far as one can know. */
function goneOn(calling: Calling): Calling {
  return { ...calling, lead: calling.ahead, ahead: null, waiting: calling.waiting.slice(1) };
}

function afterCall(calling: Calling, outcome: CallOutcome): Calling {
  const done = { ...calling.done, [outcome]: (calling.done[outcome] ?? 0) + 1 };
  return { ...goneOn(calling), done, left: calling.left - 1 };
}
