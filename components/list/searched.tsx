"use client";

import { createContext, useContext } from "react";
import { markedParts } from "#lib/base/search/marks.ts";

const SearchContext = createContext("");

/** What a list, or the command palette, is searched for, for everything in it. */
export const SearchedProvider = SearchContext;

/** A text with what is searched for marked in it. */
export function Searched({ text }: { text: string }) {
  const search = useContext(SearchContext);
  if (search === "") return text;
  return markedParts(text, search).map(({ text: part, isMarked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay where they are
    isMarked ? <Mark key={index} text={part} /> : part,
  );
}

function Mark({ text }: { text: string }) {
  return <mark className="rounded-sm bg-selected text-inherit">{text}</mark>;
}
