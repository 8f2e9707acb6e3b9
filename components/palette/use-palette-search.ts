"use client";

import { useEffect, useState } from "react";
import { shortestQuery } from "#lib/palette/model.ts";
import { type PaletteResult, paletteResultSchema } from "#lib/palette/schema.ts";

const pauseInMilliseconds = 150;

/** What was found for what is typed; the answer to an earlier text never takes the place of a later one. */
export interface PaletteSearch {
  result: PaletteResult | null;
  /** The text that `result` answers. */
  query: string;
  state: "tooShort" | "searching" | "done" | "failed";
}

const nothingYet: PaletteSearch = { result: null, query: "", state: "tooShort" };

export function usePaletteSearch(typed: string): PaletteSearch {
  const query = typed.trim();
  const isLongEnough = query.length >= shortestQuery;
  const [answer, setAnswer] = useState(nothingYet);

  useEffect(() => {
    if (!isLongEnough) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const found = await find(query, controller.signal);
      if (!controller.signal.aborted) setAnswer(found);
    }, pauseInMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, isLongEnough]);

  if (!isLongEnough) return nothingYet;
  if (answer.query === query) return answer;
  return { ...(isAbout(answer.query, query) ? answer : nothingYet), state: "searching" };
}

/** While somebody types on, what was found for the shorter text stays where it is. */
function isAbout(earlier: string, query: string): boolean {
  return query.startsWith(earlier) || earlier.startsWith(query);
}

/** Whatever goes wrong, the palette says only that the search failed: its pages still work. */
async function find(query: string, signal: AbortSignal): Promise<PaletteSearch> {
  try {
    const response = await fetch(`/api/palette?${new URLSearchParams({ q: query })}`, { signal });
    if (!response.ok) return { result: null, query, state: "failed" };
    return { result: paletteResultSchema.parse(await response.json()), query, state: "done" };
  } catch {
    return { result: null, query, state: "failed" };
  }
}
