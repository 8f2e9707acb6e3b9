"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { WritingProgress } from "#components/inventory/import/import-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Money } from "#components/ui/money.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { tabClasses, tabListClasses } from "#components/ui/tab-classes.ts";
import type { ChangedRow, ImportPlan } from "#lib/inventory/import/preview.ts";

const tabs = ["added", "changed", "refused"] as const;
type Tab = (typeof tabs)[number];

/** So many rows are drawn at a time. */
const step = 100;

export interface PlanCardProps {
  plan: ImportPlan;
  isPending: boolean;
  /** How far it is written; null while it is not. */
  progress: WritingProgress | null;
  onWrite: () => void;
}

/** What the file would do, row by row; nothing of it is written yet. */
export function PlanCard({ plan, isPending, progress, onWrite }: PlanCardProps) {
  const t = useTranslations("inventory.import");
  const format = useFormatter();
  const [tab, setTab] = useState<Tab>(tabs.find((one) => plan[one].length > 0) ?? "added");
  const [shown, setShown] = useState(step);
  const count = plan.added.length + plan.changed.length;
  const rows = useRows(plan, tab, shown);
  return (
    <Card className="overflow-clip">
      <CardHeader>
        <CardTitle>{t("rows")}</CardTitle>
      </CardHeader>
      <div role="tablist" aria-label={t("tabs.label")} className={`px-4 ${tabListClasses}`}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={tab === one}
            data-state={tab === one ? "active" : "inactive"}
            className={tabClasses}
            onClick={() => {
              setTab(one);
              setShown(step);
            }}
          >
            {t(`tabs.${one}`)}
            <span className="rounded-full bg-gray-tint px-2 text-gray-text text-xs tabular-nums leading-5">
              {format.number(plan[one].length)}
            </span>
          </button>
        ))}
      </div>
      <ul aria-busy={isPending} className="divide-y">
        {rows.length === 0 ? <li className="px-4 py-3 text-sm text-subheading">{t("nothing")}</li> : rows}
      </ul>
      {plan[tab].length > shown && (
        <div className="border-t px-4 py-2">
          <Button variant="ghost" onClick={() => setShown(shown + step)}>
            {t("more")}
          </Button>
        </div>
      )}
      <CardFooter className="sticky bottom-0 flex-wrap justify-between bg-surface">
        {progress ? (
          <div className="grid flex-1 gap-1.5">
            <p role="status" className="text-sm text-subheading tabular-nums">
              {t("writing", { written: progress.written, of: progress.of })}
            </p>
            <Progress label={t("title")} value={progress.written} max={progress.of} />
          </div>
        ) : (
          <p className="text-sm text-subheading">
            {plan.same > 0 && t("sameText", { count: plan.same })} {count === 0 && t("nothingToWrite")}
          </p>
        )}
        <Button variant="primary" disabled={count === 0} loading={isPending} onClick={onWrite}>
          {t("write", { count })}
        </Button>
      </CardFooter>
    </Card>
  );
}

function useRows(plan: ImportPlan, tab: Tab, most: number): ReactNode[] {
  const t = useTranslations("inventory.import");
  const changesOf = useChanges();
  if (tab === "refused")
    return plan.refused.slice(0, most).map(({ line, sku, fault }) => (
      <Row key={line} line={line} sku={sku}>
        <span className="text-red-text">{t(`rowFaults.${fault}`)}</span>
      </Row>
    ));
  if (tab === "changed")
    return plan.changed.slice(0, most).map((row) => (
      <Row key={row.line} line={row.line} sku={row.sku}>
        {changesOf(row).join(" · ")}
      </Row>
    ));
  return plan.added.slice(0, most).map(({ line, sku, name, price, currency, stock }) => (
    <Row key={line} line={line} sku={sku}>
      <bdi className="text-heading">{name}</bdi> · <Money amount={price} currency={currency} /> ·{" "}
      {t("stockIs", { stock })}
    </Row>
  ));
}

/** What a row changes, in words. */
function useChanges(): (row: ChangedRow) => string[] {
  const t = useTranslations("inventory.import");
  const format = useFormatter();
  return ({ before, after, delta }) => {
    const says = (field: "name" | "price" | "currency" | "lowStockAt") =>
      String(before[field]) === String(after[field]) ||
      (field === "price" && Number(before.price) === Number(after.price))
        ? []
        : [
            t("change", {
              field: t(`fields.${field}`),
              before: String(before[field] ?? t("noLevel")),
              after: String(after[field] ?? t("noLevel")),
            }),
          ];
    const moved = format.number(delta, { signDisplay: "exceptZero" }).replace("-", "−");
    return [
      ...says("name"),
      ...says("price"),
      ...says("currency"),
      ...says("lowStockAt"),
      ...(delta === 0 ? [] : [t("stockChange", { delta: moved })]),
    ];
  };
}

function Row({ line, sku, children }: { line: number; sku: string; children: ReactNode }) {
  const t = useTranslations("inventory.import");
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm">
      <span className="w-16 shrink-0 text-subheading text-xs tabular-nums">{t("line", { line })}</span>
      <bdi className="w-40 shrink-0 truncate font-mono text-heading text-xs">{sku || "–"}</bdi>
      <span className="min-w-0 flex-1 basis-56 break-words">{children}</span>
    </li>
  );
}
