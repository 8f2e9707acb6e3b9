"use client";

import { Loader2, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { usePaletteGroups } from "#components/palette/palette-groups.tsx";
import { PaletteList } from "#components/palette/palette-list.tsx";
import { usePalettePages } from "#components/palette/palette-pages.ts";
import { type PaletteSearch, usePaletteSearch } from "#components/palette/use-palette-search.ts";
import { useShell } from "#components/shell/shell-store.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { search, shortestQuery } from "#lib/palette/model.ts";

/** The field of the palette, what it found, and the keys that walk through it. */
export function PaletteSearchBox({ close }: { close: () => void }) {
  const t = useTranslations("palette");
  const listId = useId();
  const [typed, setTyped] = useState(() => useShell.getState().typedAhead);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const found = usePaletteSearch(typed);
  const allPages = usePalettePages();
  const pages = typed.trim() ? search(allPages, typed, ({ label }) => label) : allPages;
  const groups = usePaletteGroups(pages, found.result);
  const options = groups.flatMap((group) => group.options);
  // Until the answer is there, Enter must not open what an earlier text had found.
  const first = found.state === "searching" && pages.length === 0 ? undefined : options[0];
  const active = options.find(({ id }) => id === chosenId) ?? first;

  function move(steps: number) {
    const from = active ? options.indexOf(active) : -1;
    const next = options[(from + steps + options.length) % options.length];
    if (!next) return;
    setChosenId(next.id);
    document.getElementById(next.id)?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(active ? -1 : 0);
    else if (event.key === "Enter" && active) document.getElementById(active.id)?.click();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex h-[52px] shrink-0 items-center gap-2.5 border-b px-4 max-md:h-14 max-md:pr-1">
        <Search aria-hidden className="size-4 shrink-0 text-subheading" />
        <input
          role="combobox"
          aria-label={t("title")}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={active?.id}
          aria-autocomplete="list"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={100}
          placeholder={t("placeholder")}
          className="h-full min-w-0 flex-1 bg-transparent text-base text-heading outline-none placeholder:text-subheading max-md:text-lg"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosenId(null);
          }}
          onKeyDown={onKeyDown}
        />
        {found.state === "searching" && (
          <Loader2 aria-hidden className="size-4 shrink-0 animate-spin text-subheading" />
        )}
        <Button variant="ghost" className="md:hidden" onClick={close}>
          {t("close")}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
        <PaletteList
          id={listId}
          groups={groups}
          activeId={active?.id ?? null}
          setActiveId={setChosenId}
          onChoose={close}
        />
        <Note found={found} typed={typed} count={options.length - pages.length} />
      </div>
      <Keys />
    </>
  );
}

/** Says, also to those who only hear it, how far the search is. */
function Note({ found, typed, count }: { found: PaletteSearch; typed: string; count: number }) {
  const t = useTranslations("palette");
  const text = {
    tooShort: t("tooShort", { count: shortestQuery }),
    searching: t("searching"),
    failed: t("failed"),
    done: count === 0 ? t("nothing", { text: typed.trim() }) : t("found", { count }),
  }[found.state];
  const isOnlyHeard = count > 0 && found.state !== "failed";
  return (
    <p role="status" className={isOnlyHeard ? "sr-only" : "break-words px-2.5 py-2 text-sm text-subheading"}>
      {text}
    </p>
  );
}

function Keys() {
  const t = useTranslations("palette");
  return (
    <div className="flex h-10 shrink-0 items-center gap-4 border-t px-4 text-subheading text-xs max-md:hidden">
      <span className="flex items-center gap-1.5">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {t("keys.move")}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>Enter</Kbd>
        {t("keys.open")}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>Esc</Kbd>
        {t("keys.close")}
      </span>
    </div>
  );
}
