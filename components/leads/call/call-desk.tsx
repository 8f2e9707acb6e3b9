"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { CallFacts } from "#components/leads/call/call-facts.tsx";
import { CallProgress } from "#components/leads/call/call-progress.tsx";
import { EditBuyer } from "#components/leads/call/edit-buyer.tsx";
import { NoteBox } from "#components/leads/call/note-box.tsx";
import { NothingLeft } from "#components/leads/call/nothing-left.tsx";
import { OutcomeButtons } from "#components/leads/call/outcome-buttons.tsx";
import { PhoneLink } from "#components/leads/call/phone-link.tsx";
import { RecentCard, WaitingCard } from "#components/leads/call/side-cards.tsx";
import { ThumbBar } from "#components/leads/call/thumb-bar.tsx";
import { useCalling } from "#components/leads/call/use-calling.ts";
import { useOpenLead } from "#components/leads/call/use-open-lead.ts";
import { useSettled } from "#components/leads/call/use-settled.ts";
import { BuyerCard } from "#components/leads/detail/buyer-card.tsx";
import { TagsCard } from "#components/leads/detail/tags-card.tsx";
import { CallBackDialog } from "#components/leads/dialogs.tsx";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { useFollowedCount } from "#components/shell/followed-count.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Calling } from "#lib/leads/calling.ts";
import type { LeadListParams } from "#lib/leads/list.ts";
import { type CallOutcome, callOutcomes } from "#lib/leads/model.ts";

export interface CallDeskProps {
  initial: Calling;
  /** The query string of the list that is called. */
  query: string;
  /** In which order it is called. */
  sort: LeadListParams["sort"];
  /** All tags of the workspace. */
  tags: LeadTag[];
}

/** One lead at a time until none is left. */
export function CallDesk({ initial, query, sort, tags }: CallDeskProps) {
  const t = useTranslations("leads");
  const calling = useTranslations("calling");
  const role = useRole();
  const desk = useCalling(initial, query);
  const { record, note, setNote } = desk;
  const { lead } = desk.calling;
  const [asked, ask] = useState<"when" | "contact" | "tag" | null>(null);
  const noteBox = useRef<HTMLTextAreaElement>(null);
  const phone = useRef<HTMLAnchorElement>(null);
  const listHref = query ? `/leads?${query}` : "/leads";

  const isSettled = useSettled(lead?.id ?? null);

  function choose(outcome: CallOutcome): void {
    if (!isSettled()) return;
    if (outcome === "postponed") ask(lead && "when");
    else record(outcome);
  }

  const opens = (what: typeof asked) => (isOpen: boolean) => ask(isOpen ? what : null);

  useOpenLead(lead?.id ?? null);
  useFollowedCount(desk.calling.toCall);
  usePageKeys([
    ...callOutcomes.map((outcome, index) => ({
      keys: [String(index + 1)],
      label: calling(`outcomes.${outcome}`),
      run: () => choose(outcome),
    })),
    { keys: ["s"], label: calling("skip"), run: desk.skip },
    { keys: ["u", "z"], label: calling("undo"), run: desk.undo },
    { keys: ["enter"], label: calling("keys.call"), run: () => phone.current?.click() },
    { keys: ["n"], label: calling("keys.note"), run: () => noteBox.current?.focus() },
    { keys: ["e"], label: calling("keys.edit"), run: () => ask(lead && "contact") },
    { keys: ["t"], label: calling("keys.tag"), run: () => ask(lead && "tag") },
  ]);

  return (
    <>
      <CallProgress
        calling={desk.calling}
        sort={sort}
        lastCall={desk.lastCall}
        undo={desk.undo}
        listHref={listHref}
      />
      {!lead && desk.isPending && <Skeleton className="h-96 rounded-xl" />}
      {!lead && !desk.isPending && (
        <NothingLeft
          nextDueAt={desk.calling.nextDueAt}
          skippedCount={desk.skippedCount}
          callSkipped={desk.callSkipped}
          listHref={listHref}
        />
      )}
      {lead && (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
          {/* Above all that is longer for one buyer than for another, so that nobody who goes by habit presses something else. */}
          <div className="max-md:hidden lg:col-span-2">
            <OutcomeButtons choose={choose} skip={desk.skip} />
          </div>
          <Card className="grid gap-5 p-4 md:p-7">
            <div className="grid gap-1 max-md:gap-3">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <h1
                  aria-live="polite"
                  className="flex min-w-0 flex-wrap items-center gap-3 font-semibold text-[26px] text-heading leading-9 tracking-[-0.015em] max-md:text-title"
                >
                  <bdi className="wrap-anywhere min-w-0">
                    {lead.contact.name ?? lead.phoneText ?? t("noName")}
                  </bdi>
                  {lead.isTest && <Badge>{t("test")}</Badge>}
                </h1>
                <div className="-me-2 flex flex-wrap items-center max-md:-ms-3">
                  <EditBuyer lead={lead} isOpen={asked === "contact"} setOpen={opens("contact")} />
                  <Button asChild variant="ghost">
                    <a href={`/leads/${lead.id}`} target="_blank" rel="noopener">
                      <ExternalLink aria-hidden />
                      {calling("openLead")}
                    </a>
                  </Button>
                </div>
              </div>
              <PhoneLink ref={phone} lead={lead} />
            </div>
            <CallFacts lead={lead} />
            <NoteBox ref={noteBox} value={note} onChange={setNote} />
          </Card>
          <div className="grid grid-cols-1 gap-4">
            <BuyerCard history={lead.history} isOwn={!seesEverything(role)} customerId={lead.customerId} />
            <TagsCard
              key={lead.id}
              leadId={lead.id}
              tags={lead.tags}
              allTags={tags}
              isOpen={asked === "tag"}
              setOpen={opens("tag")}
              hint={<Kbd>T</Kbd>}
            />
            <WaitingCard waiting={desk.calling.waiting} />
            <RecentCard events={lead.events} />
          </div>
        </div>
      )}
      {lead && <ThumbBar choose={choose} skip={desk.skip} />}
      <CallBackDialog
        count={asked === "when" ? 1 : null}
        onClose={() => ask(null)}
        onChoose={(callBackAt) => {
          ask(null);
          record("postponed", callBackAt);
        }}
      />
    </>
  );
}
