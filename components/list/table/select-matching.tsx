"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Reading } from "#components/list/table/read-parts.ts";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { Count } from "#lib/base/list/page.ts";

/** So many rows can be selected at once; more are better filtered first. */
const mostSelected = 5_000;

export interface SelectMatchingProps {
  count: Count;
  /** Selects what is read; answers when no more is to come. */
  readAll: (most: number, reading: Reading) => Promise<void>;
}

/** "Select all 2,799 that match", and how far that is. */
export function SelectMatching({ count: { total, isCapped }, readAll }: SelectMatchingProps) {
  const t = useTranslations("table.matching");
  const [done, setDone] = useState<number | null>(null);
  const most = Math.min(total, mostSelected);
  const isThere = useRef(false);
  // With the selection this goes, too: when it is cleared, or another list opens.
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  async function select(): Promise<void> {
    setDone(0);
    try {
      await readAll(mostSelected, { onProgress: setDone, isWanted: () => isThere.current });
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
