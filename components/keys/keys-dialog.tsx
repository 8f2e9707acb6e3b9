"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PageKey } from "#components/keys/page-keys.ts";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

export interface KeysDialogProps {
  keys: PageKey[];
  open: boolean;
  onClose: () => void;
}

/** The keys of a page and what they do. Of two for the same the first counts, as when it is pressed. */
export function KeysDialog({ keys, open, onClose }: KeysDialogProps) {
  const t = useTranslations("table.keys");
  const taken = new Set<string>();
  const entries = keys.flatMap((entry) => {
    const free = entry.keys.filter((key) => !taken.has(key));
    for (const key of free) taken.add(key);
    return free.length > 0 ? [{ label: entry.label, keys: free }] : [];
  });
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent aria-describedby={undefined} className="md:max-w-3xl">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
        </DialogHeader>
        <dl className="gap-x-10 text-sm md:columns-2">
          {entries.map((entry) => (
            <div
              key={entry.keys.join()}
              className="flex min-h-7 break-inside-avoid items-center justify-between gap-4"
            >
              <dt>{entry.label}</dt>
              <dd className="flex shrink-0 items-center gap-1">
                {entry.keys.map((key) => (
                  <KeyText key={key} name={key} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p className="text-sm text-subheading">
          {t.rich("choice", {
            link: (text) => (
              <Link href="/settings/profile" className="text-brand-text underline" onClick={onClose}>
                {text}
              </Link>
            ),
          })}
        </p>
      </DialogContent>
    </Dialog>
  );
}

const arrows: Record<string, string> = { arrowdown: "↓", arrowup: "↑", arrowleft: "←", arrowright: "→" };

/** A key as it is written on it; of two that are pressed one after the other, both. */
function KeyText({ name }: { name: string }): ReactNode {
  const t = useTranslations("table.keys");
  const [first = "", second] = name.split(" ");
  if (second === undefined) return <OneKey>{written(first)}</OneKey>;
  return (
    <span>
      {t.rich("sequence", {
        first: written(first),
        second: written(second),
        key: (key) => <OneKey>{key}</OneKey>,
      })}
    </span>
  );

  function written(key: string): string {
    if (key === "shift+click") return t("shiftClick");
    if (key.startsWith("shift+")) return t("withShift", { key: written(key.slice("shift+".length)) });
    if (key === "enter" || key === "escape") return t(key);
    return arrows[key] ?? key.toUpperCase();
  }
}

function OneKey({ children }: { children: ReactNode }) {
  return <Kbd className="max-md:inline-flex">{children}</Kbd>;
}
