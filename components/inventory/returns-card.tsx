"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { answerReturnAction } from "#lib/inventory/actions.ts";
import type { ServedLine } from "#lib/inventory/lines.ts";

/** Units that came back, or should have: in what state, says who keeps the stock. */
export function ReturnsCard({ lines, isWritable }: { lines: ServedLine[]; isWritable: boolean }) {
  const t = useTranslations("inventory.returns");
  return (
    <Card>
      <CardHeader className="flex-wrap justify-start gap-x-2 gap-y-0">
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t("text")}</CardDescription>
      </CardHeader>
      <ul>
        {lines.map((line) => (
          <Return key={`${line.orderItemId} ${line.units}`} line={line} isWritable={isWritable} />
        ))}
      </ul>
    </Card>
  );
}

const answers = ["sellable", "damaged", "notReturned"] as const;

function Return({ line, isWritable }: { line: ServedLine; isWritable: boolean }) {
  const t = useTranslations("inventory.returns");
  const unreachable = useTranslations("errors")("unreachable");
  const [units, setUnits] = useState(String(line.units));
  const [isPending, startTransition] = useTransition();
  const isValid = /^\d+$/.test(units) && Number(units) > 0 && Number(units) <= line.units;

  function say(answer: (typeof answers)[number]): void {
    startTransition(async () => {
      const none = { orderItemId: line.orderItemId, sellable: 0, damaged: 0, notReturned: 0 };
      const result = await callAction(
        () => answerReturnAction({ ...none, [answer]: Number(units) }),
        unreachable,
      );
      if (result.ok) toast.success(t("done"));
      else toast.error(result.message);
    });
  }

  return (
    <li className="flex min-h-[52px] flex-wrap items-center gap-x-3 gap-y-2 border-t px-4 py-2 text-sm">
      <Link
        href={line.leadId ? `/leads/${line.leadId}` : `/orders/${line.orderId}`}
        className="min-w-24 flex-1 rounded-sm font-medium font-mono text-heading text-xs hover:underline"
      >
        {line.orderNumber}
      </Link>
      <span className="flex items-center gap-2 text-subheading tabular-nums">
        {isWritable && line.units > 1 && (
          <Input
            className="w-16 text-end"
            inputMode="numeric"
            aria-label={t("units", { number: line.orderNumber })}
            aria-invalid={!isValid || undefined}
            value={units}
            onChange={(event) => setUnits(event.target.value)}
          />
        )}
        {t("of", { units: line.units })}
      </span>
      {isWritable && (
        <span className="flex gap-2 max-md:w-full max-md:[&>*]:flex-1">
          {answers.map((answer) => (
            <Button key={answer} size="sm" disabled={isPending || !isValid} onClick={() => say(answer)}>
              {t(answer)}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
