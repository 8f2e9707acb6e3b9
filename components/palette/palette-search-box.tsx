"use client";

import { Command } from "cmdk";
import { Loader2, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { SearchedProvider } from "#components/list/searched.tsx";
import { usePaletteGroups } from "#components/palette/palette-groups.tsx";
import { PaletteList } from "#components/palette/palette-list.tsx";
import { usePalettePages } from "#components/palette/palette-pages.ts";
import { type PaletteSearch, usePaletteSearch } from "#components/palette/use-palette-search.ts";
import { useShell } from "#components/shell/shell-store.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { search, shortestQuery } from "#lib/palette/model.ts";

interface PaletteSearchBoxProps {
  /** Whether mails are kept on this machine, to be read there. */
  hasKeptMails: boolean;
  close: () => void;
}

/** The field of the palette, what it found, and the keys that walk through it. */
export function PaletteSearchBox({ hasKeptMails, close }: PaletteSearchBoxProps) {
  const t = useTranslations("palette");
  const [typed, setTyped] = useState(() => useShell.getState().typedAhead);
  const [chosenId, setChosenId] = useState("");
  const found = usePaletteSearch(typed);
  const allPages = usePalettePages(hasKeptMails);
  const pages = typed.trim() ? search(allPages, typed, ({ label }) => label) : allPages;
  const groups = usePaletteGroups(pages, found.result);
  const options = groups.flatMap((group) => group.options);
  // Until the answer is there, Enter must not open what an earlier text had found.
  const isOutdated = found.state === "searching";
  const first = isOutdated && pages.length === 0 ? undefined : options[0];
  const active = options.find(({ id }) => id === chosenId) ?? first;

  function onKeyDown(event: KeyboardEvent) {
    // In a text these move the caret.
    if (event.key === "Home" || event.key === "End") event.stopPropagation();
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // The option is a link, which also knows how to open in a tab of its own.
    if (active) document.getElementById(active.id)?.click();
  }

  return (
    <Command
      label={t("title")}
      value={active?.id ?? ""}
      onValueChange={setChosenId}
      shouldFilter={false}
      vimBindings={false}
      loop
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-[52px] shrink-0 items-center gap-2.5 border-b px-4 max-md:h-14 max-md:pe-1">
        <Search aria-hidden className="size-4 shrink-0 text-subheading" />
        <Command.Input
          asChild
          value={typed}
          onValueChange={(text) => {
            setTyped(text);
            setChosenId("");
          }}
        >
          {/* What is meant is said here: by itself the field would only know of what the keys have chosen. */}
          <input
            role="combobox"
            aria-expanded={options.length > 0}
            aria-activedescendant={active?.id}
            autoCapitalize="off"
            enterKeyHint="go"
            maxLength={100}
            placeholder={t("placeholder")}
            className="h-full min-w-0 flex-1 bg-transparent text-base text-heading outline-none placeholder:text-subheading max-md:text-lg"
            onKeyDown={onKeyDown}
          />
        </Command.Input>
        {found.state === "searching" && (
          <Loader2 aria-hidden className="size-4 shrink-0 animate-spin text-subheading" />
        )}
        <Button variant="ghost" className="md:hidden" onClick={close}>
          {t("close")}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
        <SearchedProvider value={typed.trim()}>
          <PaletteList groups={groups} isOutdated={isOutdated} onChoose={close} />
        </SearchedProvider>
        <Note found={found} typed={typed} count={options.length - pages.length} />
      </div>
      <Keys />
    </Command>
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
