"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { AvailableUnits } from "#components/inventory/product-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { toast } from "#components/ui/toast.ts";
import { loadMovesAction } from "#lib/inventory/actions.ts";
import type { History, StockMove } from "#lib/inventory/history.ts";

const headClasses = "h-[38px] px-2 font-medium text-subheading text-sm first:ps-4 last:pe-4";
const cellClasses = "h-[52px] border-t px-2 tabular-nums first:ps-4 last:pe-4";

/** What can be shown: every move, or those that changed one of the two. */
const kinds = ["all", "stock", "reserved"] as const;

const shows: Record<(typeof kinds)[number], (move: StockMove) => boolean> = {
  all: () => true,
  stock: ({ delta }) => delta !== 0,
  reserved: ({ reservedDelta }) => reservedDelta !== 0,
};

/** Every move of a product, newest first; nobody edits one. Older ones are fetched when they are asked for. */
export function Ledger({ productId, history }: { productId: string; history: History }) {
  const t = useTranslations("inventory.ledger");
  const unreachable = useTranslations("errors")("unreachable");
  const [older, setOlder] = useState<History[]>([]);
  const [known, setKnown] = useState(history);
  const [kind, setKind] = useState<(typeof kinds)[number]>("all");
  const [isPending, startTransition] = useTransition();
  // A new move changes what is available after all that is shown.
  if (known !== history) {
    setKnown(history);
    setOlder([]);
  }
  const pages = [history, ...older];
  const next = pages.at(-1)?.next ?? null;

  function loadMore(): void {
    if (!next) return;
    startTransition(async () => {
      const result = await callAction(() => loadMovesAction({ id: productId, place: next }), unreachable);
      if (result.ok) setOlder([...older, result.data]);
      else toast.error(result.message);
    });
  }

  const moves = pages.flatMap((page) => page.moves).filter(shows[kind]);
  return (
    <Card className="overflow-hidden">
      <CardHeader className="flex-wrap justify-start gap-2">
        <CardTitle>{t("title")}</CardTitle>
        <p className="text-sm text-subheading">{t("text", { count: history.total })}</p>
        <div className="ml-auto">
          <Segments
            label={t("show")}
            options={kinds.map((value) => ({ value, label: t(value) }))}
            value={kind}
            onChange={setKind}
          />
        </div>
      </CardHeader>
      {moves.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-subheading">{t(history.total === 0 ? "none" : "noneShown")}</p>
      ) : (
        <table className="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th scope="col" className={`${headClasses} text-start max-md:hidden`}>
                {t("when")}
              </th>
              <th scope="col" className={`${headClasses} text-start max-md:ps-4`}>
                {t("move")}
              </th>
              <th scope="col" className={`${headClasses} text-end`}>
                {t("stock")}
              </th>
              <th scope="col" className={`${headClasses} text-end`}>
                {t("reserved")}
              </th>
              <th scope="col" className={`${headClasses} text-end`}>
                {t("available")}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <Move key={move.id} move={move} />
            ))}
          </tbody>
        </table>
      )}
      {next && (
        <div className="flex justify-end border-t px-4 py-3">
          <Button loading={isPending} onClick={loadMore}>
            {t("more")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Move({ move }: { move: StockMove }) {
  const t = useTranslations("inventory.ledger");
  return (
    <tr className="relative transition-colors hover:bg-hover">
      <td className={`${cellClasses} whitespace-nowrap text-start text-subheading max-md:hidden`}>
        <Moment at={move.at} />
      </td>
      <td className={`${cellClasses} w-full max-w-0 text-start max-md:py-2 max-md:ps-4`}>
        <div className="text-heading leading-[18px] md:truncate">{t(`kinds.${move.kind}`)}</div>
        <div className="text-subheading text-xs max-md:wrap-anywhere md:truncate">
          <span className="md:hidden">
            <Moment at={move.at} />
            {" · "}
          </span>
          <Cause move={move} />
        </div>
      </td>
      <td className={`${cellClasses} text-end`}>
        <Change units={move.delta} />
      </td>
      <td className={`${cellClasses} text-end`}>
        <Change units={move.reservedDelta} />
      </td>
      <td className={`${cellClasses} text-end`}>
        <AvailableUnits units={move.availableAfter} />
      </td>
    </tr>
  );
}

function Moment({ at }: { at: Date }) {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, "long")}>
      {format.dateTime(at, "dayTime")}
    </time>
  );
}

/** Who or which order moved it, and why. */
function Cause({ move: { order, isOfHiddenOrder, personName, reason } }: { move: StockMove }) {
  const t = useTranslations("inventory.ledger");
  if (order)
    return (
      <Link
        href={order.leadId ? `/leads/${order.leadId}` : `/orders/${order.id}`}
        className="rounded-sm after:absolute after:inset-0 hover:underline"
      >
        {t("order", { number: order.number })}
        {order.storeName && <span className="max-md:hidden"> · {order.storeName}</span>}
      </Link>
    );
  if (isOfHiddenOrder) return t("hiddenOrder");
  return [personName ?? t("system"), reason].filter(Boolean).join(" · ");
}

/** A dot is no change. */
function Change({ units }: { units: number }) {
  const format = useFormatter();
  if (units === 0) return <span className="text-subheading">·</span>;
  return format.number(units, { signDisplay: "always" }).replace("-", "−");
}
