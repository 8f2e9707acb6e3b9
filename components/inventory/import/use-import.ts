"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImportAnswer, ImportDone } from "#lib/inventory/import/respond.ts";
import { importFields } from "#lib/inventory/model.ts";

/** A file that was read: how, and what it would do. */
export type ReadImport = Exclude<ImportAnswer, { fault: string }>;
export type WrittenImport = Exclude<ImportDone, { fault: string }>;

type Reading = Partial<Pick<ReadImport, "columns" | "decimal">> & { owner?: string | null };

/** Sends the chosen file to be told what it would do, as often as something of it is changed, and then to be written. */
export function useImport(owner: string | null) {
  const t = useTranslations("inventory.import");
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<ReadImport | null>(null);
  const [done, setDone] = useState<WrittenImport | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send<Answer extends object>(of: File, reading: Reading, writes: boolean) {
    const query = new URLSearchParams({
      name: of.name,
      owner: (reading.owner === undefined ? owner : reading.owner) ?? "",
      writes: String(writes),
    });
    if (reading.columns) {
      const { columns } = reading;
      query.set("columns", importFields.map((field) => columns[field] ?? "").join(","));
    }
    if (reading.decimal) query.set("decimal", reading.decimal);
    setIsPending(true);
    setWrong(null);
    try {
      const response = await fetch(`/api/inventory/import?${query}`, {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream" },
        body: of,
      });
      const answer = (await response.json()) as Answer | { fault: "broken" } | { detail?: string };
      if (!response.ok) setWrong(("detail" in answer && answer.detail) || t("failed"));
      else if ("fault" in answer) setWrong(t(`faults.${answer.fault as "broken"}`));
      else return answer as Answer;
    } catch {
      // Offline, or the connection broke: nothing was written that the next try would not tell of.
      setWrong(t("failed"));
    } finally {
      setIsPending(false);
    }
    return null;
  }

  async function choose(chosen: File): Promise<void> {
    setFile(chosen);
    setRead(null);
    setRead(await send<ReadImport>(chosen, {}, false));
  }

  async function change(reading: Reading): Promise<void> {
    if (!file || !read) return;
    const { columns, decimal } = read;
    const next = await send<ReadImport>(file, { columns, decimal, ...reading }, false);
    if (next) setRead(next);
  }

  async function write(): Promise<void> {
    if (file && read) setDone(await send<WrittenImport>(file, read, true));
  }

  function startOver(): void {
    setFile(null);
    setRead(null);
    setDone(null);
  }

  return { file, read, done, wrong, isPending, choose, change, write, startOver };
}
