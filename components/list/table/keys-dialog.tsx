"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** A key and what it does. */
export interface KeyHint {
  key: string;
  label: string;
}

/** The keys that do one thing, as they are written on them. */
export interface KeyEntry {
  keys: string[];
  label: string;
}

interface OpenProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export interface TableKeysDialogProps extends OpenProps {
  /** The keys of the module, after those that every table has. */
  keys: KeyHint[];
  /** Whether rows can be selected. */
  selects: boolean;
}

/** All keys of a list, under "?". */
export function TableKeysDialog({ keys, selects, ...props }: TableKeysDialogProps) {
  const t = useTranslations("table.keys");
  const selectionKeys = [
    { keys: ["X"], label: t("select") },
    { keys: [t("withShift", { key: "X" }), t("shiftClick")], label: t("selectRange") },
    { keys: [t("withShift", { key: "J" }), t("withShift", { key: "K" })], label: t("selectMoving") },
    { keys: [t("escape")], label: t("clear") },
  ];
  const all = [
    { keys: ["J", "↓"], label: t("down") },
    { keys: ["K", "↑"], label: t("up") },
    { keys: [t("enter")], label: t("open") },
    { keys: ["/"], label: t("search") },
    ...(selects ? selectionKeys : []),
    ...keys.map(({ key, label }) => ({ keys: [key.toUpperCase()], label })),
  ];
  return <KeysDialog keys={all} {...props} />;
}

/** Keys and what they do, and at last the one that shows them. */
export function KeysDialog({ keys, open, onOpenChange }: OpenProps & { keys: KeyEntry[] }) {
  const t = useTranslations("table.keys");
  const all = [...keys, { keys: ["?"], label: t("show") }];
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
        </DialogHeader>
        <dl className="grid gap-2 text-sm">
          {all.map((entry) => (
            <div key={entry.label} className="flex items-center justify-between gap-4">
              <dt>{entry.label}</dt>
              <dd className="flex gap-1">
                {entry.keys.map((key) => (
                  <Kbd key={key} className="max-md:inline-flex">
                    {key}
                  </Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
