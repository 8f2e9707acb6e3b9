"use client";

import { useTranslations } from "next-intl";
import { lazy, useEffect, useRef, useState } from "react";
import { areLettersKeys } from "#components/keys/key-choice.ts";
import { allKeys, type PageKey, usePageKeys } from "#components/keys/page-keys.ts";
import { type FirstKey, keyOf, withFirst } from "#components/keys/pressed.ts";
import { isBusy } from "#components/ui/is-busy.ts";
import { undoLast } from "#components/ui/toast.ts";
import { WhenOpened } from "#components/ui/when-opened.tsx";

// What shows the keys is fetched for those who ask.
const KeysDialog = lazy(() =>
  import("#components/keys/keys-dialog.tsx").then((module) => ({ default: module.KeysDialog })),
);

/** Hears the keys of all pages, shows them under "?", and has those that every page has. */
export function Keys() {
  const t = useTranslations("table.keys");
  const [shown, setShown] = useState<PageKey[] | null>(null);
  const first = useRef<FirstKey | null>(null);

  usePageKeys([
    { keys: ["z"], label: t("undo"), run: undoLast },
    { keys: ["?"], label: t("show"), run: () => setShown(allKeys()) },
  ]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isForPage(event)) return;
      const one = { key: keyOf(event), at: event.timeStamp };
      const key = withFirst(first.current, one);
      const isSecond = key !== one.key;
      const isDone = press(key, event.repeat);
      const isFirst =
        !isDone &&
        !isSecond &&
        allKeys().some(({ keys }) => keys.some((other) => other.startsWith(`${key} `)));
      first.current = isFirst ? one : null;
      // A second key that leads nowhere does nothing else either: D after G is no parcel that was delivered.
      if (isDone || isFirst || isSecond) event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <WhenOpened open={shown !== null}>
      <KeysDialog keys={shown ?? []} open={shown !== null} onClose={() => setShown(null)} />
    </WhenOpened>
  );
}

/** Not while somebody types, a menu or dialog has the keys, or what is below can't be seen; nor where keys are turned off. */
function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key === "Shift")
    return false;
  return !isBusy(event) && (event.key.length > 1 || areLettersKeys());
}

function press(key: string, isRepeated: boolean): boolean {
  return allKeys().some(
    ({ keys, run, repeats = false }) => keys.includes(key) && (repeats || !isRepeated) && run(key) !== false,
  );
}
