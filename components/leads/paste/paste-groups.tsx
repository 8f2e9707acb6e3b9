"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { Button } from "#components/ui/button.tsx";
import { Money } from "#components/ui/money.tsx";
import type { PastedLead } from "#lib/leads/find-pasted.ts";
import { leadsOfNumberAtMost } from "#lib/leads/model.ts";
import type { SortedPaste } from "#lib/leads/pasted-numbers.ts";

export interface PasteGroupsProps {
  sorted: SortedPaste<PastedLead>;
  /** Of the leads that have a number one was chosen. */
  onChoose: (number: string, leadId: string) => void;
}

/** A pasted list by what would become of it: what is in the way first. */
export function PasteGroups({ sorted, onChoose }: PasteGroupsProps) {
  const t = useTranslations("paste");
  const blocked = useTranslations("leads.statusMenu.blocked");
  const { ready, there, wrong, ambiguous, common, unmatched } = sorted;
  return (
    <>
      <Group title={t("unmatched", { count: unmatched.length })} count={unmatched.length}>
        <Numbers numbers={unmatched} />
      </Group>
      <Group title={t("common", { count: common.length, most: leadsOfNumberAtMost })} count={common.length}>
        <Numbers numbers={common} />
      </Group>
      <Group title={t("ambiguous", { count: ambiguous.length })} count={ambiguous.length}>
        {ambiguous.flatMap(({ number, leads }) =>
          leads.map((lead) => (
            <LeadLine key={`${number} ${lead.id}`} lead={lead}>
              <Button size="sm" onClick={() => onChoose(number, lead.id)}>
                {t("choose")}
              </Button>
            </LeadLine>
          )),
        )}
      </Group>
      <Group title={t("wrong", { count: wrong.length })} count={wrong.length}>
        {wrong.map(({ lead, refusal }) => (
          <LeadLine key={lead.id} lead={lead}>
            <span className="text-subheading text-xs">{blocked(refusal)}</span>
          </LeadLine>
        ))}
      </Group>
      <Group title={t("there", { count: there.length })} count={there.length} isQuiet>
        {there.map((lead) => (
          <LeadLine key={lead.id} lead={lead} />
        ))}
      </Group>
      <Group title={t("ready", { count: ready.length })} count={ready.length}>
        {ready.map((lead) => (
          <LeadLine key={lead.id} lead={lead} />
        ))}
      </Group>
    </>
  );
}

interface GroupProps {
  title: string;
  count: number;
  /** Closed until somebody looks. */
  isQuiet?: boolean;
  children: ReactNode;
}

function Group({ title, count, isQuiet = false, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <details open={!isQuiet}>
      <summary className="cursor-pointer py-1 font-medium text-heading text-sm">{title}</summary>
      <div className="mt-1 max-h-80 divide-y overflow-y-auto rounded-lg border">{children}</div>
    </details>
  );
}

function Numbers({ numbers }: { numbers: string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2 font-mono text-sm">
      {numbers.map((number) => (
        <li key={number} className="break-all">
          {number}
        </li>
      ))}
    </ul>
  );
}

function LeadLine({ lead, children }: { lead: PastedLead; children?: ReactNode }) {
  const t = useTranslations("leads");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
      <span className="min-w-20 font-mono text-xs max-md:flex-1">{lead.orderNumber}</span>
      <a
        href={`/leads/${lead.id}`}
        target="_blank"
        className="min-w-0 flex-1 truncate text-heading hover:underline max-md:order-1 max-md:basis-full max-md:py-1.5"
        rel="noopener"
      >
        <bdi>{lead.name ?? t("noName")}</bdi>
      </a>
      {lead.storeName && (
        <span className="truncate text-subheading text-xs max-md:hidden">{lead.storeName}</span>
      )}
      <Money amount={lead.total} currency={lead.currency} />
      <LeadPill lead={lead} />
      {children}
    </div>
  );
}
