"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  askPlan,
  type ReadImport,
  type Reading,
  type Refusal,
  type WritingProgress,
  writeImport,
} from "#components/inventory/import/import-requests.ts";
import type { ImportResult } from "#lib/inventory/import/apply.ts";

/** Sends the chosen file to be told what it would do, as often as something of it is changed, and then to be written. */
export function useImport(owner: string | null) {
  const t = useTranslations("inventory.import");
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<ReadImport | null>(null);
  const [done, setDone] = useState<ImportResult | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [progress, setProgress] = useState<WritingProgress | null>(null);

  /** What was answered; null when it was refused, which is said. */
  async function answerOf<Answer extends object>(asked: Promise<Answer | Refusal>): Promise<Answer | null> {
    setIsPending(true);
    setWrong(null);
    try {
      const answer = await asked;
      if ("fault" in answer) setWrong(t(`faults.${answer.fault}`));
      else if ("sentence" in answer) setWrong(answer.sentence ?? t("failed"));
      else return answer;
    } catch {
      // Offline, or the connection broke: what was written all the same the next preview tells.
      setWrong(t("failed"));
    } finally {
      setIsPending(false);
    }
    return null;
  }

  async function choose(chosen: File): Promise<void> {
    setFile(chosen);
    setRead(null);
    setRead(await answerOf(askPlan(chosen, { owner })));
  }

  async function change(reading: Partial<Reading>): Promise<void> {
    if (!file || !read) return;
    const { columns, decimal } = read;
    const next = await answerOf(askPlan(file, { owner, columns, decimal, ...reading }));
    if (next) setRead(next);
  }

  async function write(): Promise<void> {
    if (!file || !read) return;
    const { columns, decimal, plan } = read;
    setProgress({ written: 0, of: plan.added.length + plan.changed.length });
    const answer = await answerOf(writeImport(file, { owner, columns, decimal }, setProgress));
    setProgress(null);
    if (answer) setDone(answer.done);
  }

  function startOver(): void {
    setFile(null);
    setRead(null);
    setDone(null);
  }

  return { file, read, done, wrong, isPending, progress, choose, change, write, startOver };
}
