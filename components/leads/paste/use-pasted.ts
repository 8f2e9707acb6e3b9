"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { findPastedAction } from "#lib/leads/actions.ts";
import type { PastedLead } from "#lib/leads/find-pasted.ts";
import { pastedAtMost } from "#lib/leads/model.ts";
import { type FoundNumber, readPasted } from "#lib/leads/pasted-numbers.ts";

/** So much of each column tells which of them holds the numbers. */
const tasted = 20;

/** A pasted list and what it was found to be. */
export interface Pasted {
  /** Which list it is, of those that were pasted one after the other. */
  list: number;
  columns: string[][];
  /** The column that is looked at. */
  column: number;
  found: FoundNumber<PastedLead>[];
}

/** Finds the leads of a pasted list. */
export function usePasted() {
  const t = useTranslations("paste");
  const unreachable = useTranslations("errors")("unreachable");
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const lists = useRef(0);
  const [isPending, startTransition] = useTransition();

  async function find(numbers: string[]): Promise<FoundNumber<PastedLead>[] | null> {
    const result = await callAction(() => findPastedAction({ numbers }), unreachable);
    if (!result.ok) setProblem(result.message);
    return result.ok ? result.data : null;
  }

  async function showColumn(list: number, columns: string[][], column: number): Promise<void> {
    const numbers = columns[column] ?? [];
    if (numbers.length > pastedAtMost) {
      setProblem(t("tooMany", { count: numbers.length, most: pastedAtMost }));
      return;
    }
    const found = await find(numbers);
    if (found) setPasted({ list, columns, column, found });
  }

  /** The column of which most numbers are known; of a list, its only one. */
  async function likelyColumn(columns: string[][]): Promise<number | null> {
    if (columns.length === 1) return 0;
    const tastes = columns.map((numbers) => numbers.slice(0, tasted));
    const found = await find([...new Set(tastes.flat())].slice(0, pastedAtMost));
    if (!found) return null;
    const known = new Set(found.filter(({ leads }) => leads.length > 0).map(({ number }) => number));
    const counts = tastes.map((numbers) => numbers.filter((number) => known.has(number)).length);
    return counts.indexOf(Math.max(...counts));
  }

  /** Begins anew: what was found of the list before does not stand under what became of this one. */
  function look(text: string): void {
    setProblem(null);
    setPasted(null);
    const columns = readPasted(text);
    if (columns.length === 0) {
      setProblem(t("nothing"));
      return;
    }
    const list = ++lists.current;
    startTransition(async () => {
      const column = await likelyColumn(columns);
      if (column !== null) await showColumn(list, columns, column);
    });
  }

  function show(column: number): void {
    if (!pasted) return;
    setProblem(null);
    startTransition(() => showColumn(pasted.list, pasted.columns, column));
  }

  return {
    pasted,
    problem,
    isPending,
    look,
    chooseColumn: show,
    /** Looks again, at how the leads stand now. */
    lookAgain: () => pasted && show(pasted.column),
  };
}
