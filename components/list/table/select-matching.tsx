"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { Count } from "#lib/base/list/page.ts";

/** So many rows can be selected at once; more are better filtered first. */
const mostSelected = 5_000;

/** Reads the rows of a list part by part: those after a cursor, and the cursor that they end with. */
export type ReadPart<Row> = (after: string) => Promise<ActionResult<{ rows: Row[]; next: string | null }>>;

export interface SelectMatchingProps<Row> {
  count: Count;
  readPart: ReadPart<Row>;
  /** Selects what was read. */
  add(rows: Row[]): void;
}

/** "Select all 2,799 that match", and how far that is. */
export function SelectMatching<Row>({ count: { total, isCapped }, readPart, add }: SelectMatchingProps<Row>) {
  const t = useTranslations("table.matching");
  const [done, setDone] = useState<number | null>(null);
  const most = Math.min(total, mostSelected);

  async function select(): Promise<void> {
    setDone(0);
    try {
      await readParts(readPart, add, mostSelected, setDone);
    } finally {
      setDone(null);
    }
  }

  if (done !== null) {
    return (
      <span role="status" className="flex h-8 items-center gap-3 text-sm tabular-nums">
        {t("selecting", { done })}
        <Progress
          label={t("selecting", { done })}
          value={done}
          max={isCapped ? mostSelected : most}
          className="flex-1"
        />
      </span>
    );
  }
  return (
    <Button variant="ghost" className="-ms-2 justify-self-start" onClick={select}>
      {isCapped || total > mostSelected ? t("first", { count: mostSelected }) : t("all", { count: total })}
    </Button>
  );
}

/** Reads a list part after part; what fails is said, and what was read by then stays selected. */
async function readParts<Row>(
  readPart: ReadPart<Row>,
  add: (rows: Row[]) => void,
  most: number,
  onProgress: (done: number) => void,
): Promise<void> {
  let after: string | null = "";
  let done = 0;
  while (after !== null && done < most) {
    const part: Awaited<ReturnType<ReadPart<Row>>> = await readPart(after);
    if (!part.ok) {
      toast.error(part.message);
      return;
    }
    add(part.data.rows.slice(0, most - done));
    done += part.data.rows.length;
    onProgress(Math.min(done, most));
    after = part.data.next;
  }
}
