"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { focusFirstRow } from "#components/list/table/row-focus.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { opensElsewhere } from "#components/ui/opens-elsewhere.ts";

const DEBOUNCE_MS = 300;

/** Shorter words find too much to be of use. */
const shortestSearch = 3;

export interface SearchBoxProps {
  /** What the list is searched for now. */
  value: string;
  onChange: (value: string) => void;
  /** Enter was pressed on a search: what it finds may be opened. */
  onEnter?: (query: string) => void;
  /** The address of the list without a search: the form leads there before there are scripts. */
  action: string;
  /** What can be searched for. */
  placeholder: string;
  /** Shorter words find too much to be of use. */
  minLength?: number | undefined;
  /** On a phone it is an icon until it is used. */
  isIconOnPhone?: boolean;
}

/** Searches while one types, once there is enough to search for; Enter searches at once. */
export function SearchBox({
  value,
  onChange,
  onEnter,
  action,
  placeholder,
  minLength = shortestSearch,
  isIconOnPhone = false,
}: SearchBoxProps) {
  const t = useTranslations("table");
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  usePageKeys([{ keys: ["/"], label: t("keys.search"), run: () => input.current?.focus() }]);

  // What was typed before there were scripts.
  useEffect(() => setText((known) => input.current?.value ?? known), []);

  // The address changed by other means: the back button, "Clear filters".
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);

  /** Answers what is searched for then: nothing while there is too little to search for. */
  function ask(wanted: string): string {
    const query = wanted.trim();
    if (query !== "" && query.length < minLength) return "";
    if (query !== asked.current) onChange(query);
    asked.current = query;
    return query;
  }

  /** Whoever goes elsewhere, or back, before the search was asked for has given it up: asked later it would lead away from there again. */
  const giveUp = useEffectEvent(() => setText(asked.current));
  useEffect(() => {
    const onClick = (event: MouseEvent) => isLeaving(event) && giveUp();
    const onReturn = () => giveUp();
    document.addEventListener("click", onClick);
    window.addEventListener("popstate", onReturn);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("popstate", onReturn);
    };
  }, []);

  const askLater = useEffectEvent(() => ask(text));
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key starts the wait again
  useEffect(() => {
    const timer = setTimeout(() => askLater(), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  function clear(): void {
    setText("");
    ask("");
    input.current?.focus();
  }

  const [path, query] = action.split("?");
  const kept = [...new URLSearchParams(query)];
  const length = text.trim().length;
  const isTooShort = length > 0 && length < minLength;
  return (
    <search className={cn("base:relative min-w-0 flex-1", isIconOnPhone && "search-icon-on-phone")}>
      <form
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          const query = ask(text);
          if (query) onEnter?.(query);
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 start-2.5 size-4 -translate-y-1/2 text-subheading"
        />
        <Input
          ref={input}
          name="q"
          aria-label={placeholder}
          aria-description={isTooShort ? t("searchTooShort", { count: minLength }) : undefined}
          placeholder={placeholder}
          value={text}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          className={cn("truncate ps-8", isTooShort ? "pe-40 max-md:pe-44" : "pe-9 max-md:pe-11")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
            if (event.key === "ArrowDown" && focusFirstRow()) event.preventDefault();
          }}
        />
        <span className="absolute inset-y-0 end-1 flex items-center gap-1 text-subheading text-xs max-md:end-0">
          {isTooShort && <span aria-hidden>{t("searchTooShort", { count: minLength })}</span>}
          {text === "" ? (
            <Kbd className="me-1.5">/</Kbd>
          ) : (
            <Button
              variant="ghost"
              size="icon-sm"
              className="size-6 max-md:size-11"
              aria-label={t("clearSearch")}
              onClick={clear}
            >
              <X aria-hidden />
            </Button>
          )}
        </span>
        {kept.map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
      </form>
    </search>
  );
}

/** A press on a link that leads to another page in this tab. */
function isLeaving(event: MouseEvent): boolean {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[href]");
  return (
    link instanceof HTMLAnchorElement && link.target !== "_blank" && !link.download && !opensElsewhere(event)
  );
}
