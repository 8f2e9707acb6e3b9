"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasteChoices } from "#components/leads/paste/paste-choices.tsx";
import { PasteGroups } from "#components/leads/paste/paste-groups.tsx";
import type { Pasted } from "#components/leads/paste/use-pasted.ts";
import { useStatusChange } from "#components/leads/use-status-change.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { changeOfAct, type LeadActName } from "#lib/leads/acts.ts";
import type { StatusChangeResult } from "#lib/leads/commands.ts";
import { sortPaste } from "#lib/leads/pasted-numbers.ts";

/** What is done with whole lists, a courier's settlement first. To call back asks when, which differs from buyer to buyer. */
const listActs: LeadActName[] = ["collect", "deliver", "return", "refuse", "ship", "pack", "confirm"];

export interface PastePreviewProps {
  pasted: Pasted;
  isLooking: boolean;
  onColumn: (column: number) => void;
  /** Leads have changed. */
  onChanged: () => void;
}

/** What an act would make of a pasted list, and the button that does it. */
export function PastePreview({ pasted, isLooking, onColumn, onChanged }: PastePreviewProps) {
  const t = useTranslations("paste");
  const names = useTranslations("leads.acts");
  const changes = useTranslations("leads.change");
  const [wanted, setWanted] = useState<LeadActName | null>(null);
  const [storeId, setStoreId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState<StatusChangeResult | null>(null);
  const { changeStatus, undo, progress, isPending } = useStatusChange();
  const sortedBy = (one: LeadActName) => sortPaste(pasted.found, changeOfAct[one], { storeId, chosen });
  const act = wanted ?? likeliest((one) => sortedBy(one).ready.length);
  const sorted = sortedBy(act);
  const count = sorted.ready.length;

  function apply(): void {
    setDone(null);
    changeStatus({ ids: sorted.ready.map(({ id }) => id), change: changeOfAct[act] }, (outcome) => {
      setWanted(act);
      if (outcome.changed.length > 0) setDone(outcome);
      onChanged();
    });
  }

  function takeBack(outcome: StatusChangeResult): void {
    setDone(null);
    undo(outcome.changed, onChanged);
  }

  return (
    <Card aria-busy={isLooking}>
      <div className="grid gap-5 p-4 md:p-5">
        <PasteChoices
          acts={listActs}
          act={act}
          onAct={setWanted}
          stores={storesOf(pasted)}
          storeId={storeId}
          onStore={setStoreId}
          pasted={pasted}
          onColumn={onColumn}
        />
        {done && (
          <Alert
            tone="success"
            role="status"
            title={t("done", { count: done.changed.length })}
            action={<Button onClick={() => takeBack(done)}>{changes("undo")}</Button>}
          />
        )}
        <PasteGroups
          sorted={sorted}
          onChoose={(number, leadId) => setChosen(new Map([...chosen, [number, leadId]]))}
        />
      </div>
      <CardFooter>
        {progress && (
          <span className="me-auto flex items-center gap-3 text-sm tabular-nums">
            <Progress
              label={changes("progressLabel")}
              value={progress.done}
              max={progress.total}
              className="w-40"
            />
            {changes("progress", { ...progress })}
          </span>
        )}
        <Button variant="primary" loading={isPending} disabled={count === 0 || isLooking} onClick={apply}>
          {t("apply", { act: names(act), count })}
        </Button>
      </CardFooter>
    </Card>
  );
}

/** The act that most leads of the list wait for. */
function likeliest(readyFor: (act: LeadActName) => number): LeadActName {
  const counts = listActs.map((act) => ({ act, count: readyFor(act) }));
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.find(({ count }) => count === most)?.act ?? "collect";
}

function storesOf({ found }: Pasted): { id: string; name: string }[] {
  const leads = found.flatMap((one) => one.leads);
  const names = new Map(leads.map(({ storeId, storeName }) => [storeId, storeName]));
  return [...names].flatMap(([id, name]) => (id && name ? [{ id, name }] : []));
}
