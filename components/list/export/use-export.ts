"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import {
  receiveCsv,
  SignedOutError,
  saveFile,
  TooManyExportsError,
} from "#components/list/export/receive-csv.ts";

/** An export under way: how many rows have come in; null when there is none. */
export function useExport(href: string, onSaved: () => void) {
  const t = useTranslations("export");
  const [received, setReceived] = useState<number | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start() {
    const controller = new AbortController();
    running.current = controller;
    setReceived(0);
    try {
      const file = await receiveCsv(href, controller.signal, setReceived);
      saveFile(file);
      toast.success(t("done", { count: file.rows, file: file.name }));
      onSaved();
    } catch (error) {
      if (controller.signal.aborted) toast(t("cancelled"));
      else toast.error(t(failureOf(error)));
    } finally {
      setReceived(null);
    }
  }

  return { received, start, cancel: () => running.current?.abort() };
}

function failureOf(error: unknown): "signedOut" | "tooMany" | "failed" {
  if (error instanceof SignedOutError) return "signedOut";
  return error instanceof TooManyExportsError ? "tooMany" : "failed";
}
