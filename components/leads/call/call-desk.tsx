"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { CallFacts } from "#components/leads/call/call-facts.tsx";
import { CallProgress } from "#components/leads/call/call-progress.tsx";
import { NoteBox } from "#components/leads/call/note-box.tsx";
import { NothingLeft } from "#components/leads/call/nothing-left.tsx";
import { OutcomeButtons } from "#components/leads/call/outcome-buttons.tsx";
import { PhoneLink } from "#components/leads/call/phone-link.tsx";
import { RecentCard, WaitingCard } from "#components/leads/call/side-cards.tsx";
import { ThumbBar } from "#components/leads/call/thumb-bar.tsx";
import { useCallKeys } from "#components/leads/call/use-call-keys.ts";
import { useCalling } from "#components/leads/call/use-calling.ts";
import { useOpenLead } from "#components/leads/call/use-open-lead.ts";
import { useSettled } from "#components/leads/call/use-settled.ts";
import { BuyerCard } from "#components/leads/detail/buyer-card.tsx";
import { CallBackDialog } from "#components/leads/list/call-back-dialog.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Calling } from "#lib/leads/calling.ts";
import { type CallOutcome, callOutcomes } from "#lib/leads/schema.ts";

export interface CallDeskProps {
  initial: Calling;
  /** The query string of the list that is called. */
  query: string;
}

/** One lead at a time until none is left. */
export function CallDesk({ initial, query }: CallDeskProps) {
  const t = useTranslations("leads");
  const role = useRole();
  const desk = useCalling(initial, query);
  const { calling, record, note, setNote } = desk;
  const { lead } = calling;
  const [isAskingWhen, setAskingWhen] = useState(false);
  const noteBox = useRef<HTMLTextAreaElement>(null);
  const phone = useRef<HTMLAnchorElement>(null);
  const listHref = query ? `/leads?${query}` : "/leads";

  const isSettled = useSettled(lead?.id ?? null);

  function choose(outcome: CallOutcome): void {
    if (!isSettled()) return;
    if (outcome === "postponed") setAskingWhen(lead !== null);
    else record(outcome);
  }

  useOpenLead(lead?.id ?? null);
  useCallKeys({
    ...Object.fromEntries(callOutcomes.map((outcome, index) => [String(index + 1), () => choose(outcome)])),
    s: desk.skip,
    u: desk.undo,
    n: () => noteBox.current?.focus(),
    enter: () => phone.current?.click(),
  });

  return (
    <>
      <CallProgress calling={calling} lastCall={desk.lastCall} undo={desk.undo} listHref={listHref} />
      {!lead && desk.isPending && <Skeleton className="h-96 rounded-xl" />}
      {!lead && !desk.isPending && (
        <NothingLeft
          nextDueAt={calling.nextDueAt}
          skippedCount={desk.skippedCount}
          callSkipped={desk.callSkipped}
          listHref={listHref}
        />
      )}
      {lead && (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
          <Card className="grid gap-5 p-4 md:p-7">
            <div className="grid gap-1 max-md:gap-3">
              <h1
                aria-live="polite"
                className="flex min-w-0 flex-wrap items-center gap-3 font-semibold text-[26px] text-heading leading-9 tracking-[-0.015em] max-md:text-title"
              >
                <bdi className="min-w-0 break-words">{lead.contact.name ?? t("noName")}</bdi>
                {lead.isTest && <Badge>{t("test")}</Badge>}
              </h1>
              <PhoneLink ref={phone} lead={lead} />
            </div>
            <CallFacts lead={lead} />
            <OutcomeButtons choose={choose} skip={desk.skip} />
            <NoteBox ref={noteBox} value={note} onChange={setNote} />
          </Card>
          <div className="grid grid-cols-1 gap-4">
            <BuyerCard history={lead.history} isOwn={!seesEverything(role)} />
            <WaitingCard waiting={calling.waiting} />
            <RecentCard events={lead.events} />
          </div>
        </div>
      )}
      {lead && <ThumbBar choose={choose} skip={desk.skip} />}
      <CallBackDialog
        count={isAskingWhen ? 1 : null}
        onClose={() => setAskingWhen(false)}
        onChoose={(callBackAt) => {
          setAskingWhen(false);
          record("postponed", callBackAt);
        }}
      />
    </>
  );
}
