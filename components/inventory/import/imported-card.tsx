"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import { undoImportAction } from "#lib/inventory/actions.ts";
import type { ImportResult } from "#lib/inventory/import/apply.ts";

/** What an import did; for an hour it can be taken back. */
export function ImportedCard({ done, onAgain }: { done: ImportResult; onAgain: () => void }) {
  const t = useTranslations("inventory.import");
  const unreachable = useTranslations("errors")("unreachable");
  const [undone, setUndone] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const { id, added, changed } = done;

  function undo(): void {
    startTransition(async () => {
      const result = await callAction(() => undoImportAction({ id }), unreachable);
      if (result.ok) setUndone(t("undone", result.data));
      else toast.error(result.message);
    });
  }

  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <CircleCheck aria-hidden className="size-5 shrink-0 text-green-text" />
      <div role="status" className="min-w-0 flex-1 basis-60 text-sm">
        <p className="font-medium text-heading">
          {undone ?? t("done", { added, changed, what: whatOf(done) })}
        </p>
        {!undone && <p className="text-subheading">{t("undoText")}</p>}
      </div>
      {!undone && (
        <Button loading={isPending} onClick={undo}>
          {t("undo")}
        </Button>
      )}
      <Button onClick={onAgain}>{t("other")}</Button>
      <Button asChild variant="primary">
        <Link href="/inventory">{t("toList")}</Link>
      </Button>
    </Card>
  );
}

/** Which of the two an import did; it is offered only where there is something to do. */
function whatOf({ added, changed }: ImportResult): "added" | "changed" | "both" {
  if (changed === 0) return "added";
  return added === 0 ? "changed" : "both";
}
