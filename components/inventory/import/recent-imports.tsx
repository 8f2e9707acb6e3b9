"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { toast } from "#components/ui/toast.ts";
import { undoImportAction } from "#lib/inventory/actions.ts";
import type { RecentImport } from "#lib/inventory/import/recent.ts";

/** What the person imported within the hour: it can be taken back from here, also when the page was left since. */
export function RecentImports({ imports }: { imports: RecentImport[] }) {
  const t = useTranslations("inventory.import");
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{t("recent")}</CardTitle>
      </CardHeader>
      <ul aria-label={t("recent")} className="divide-y border-t">
        {imports.map((one) => (
          <ImportLine key={one.id} done={one} />
        ))}
      </ul>
    </Card>
  );
}

function ImportLine({ done: { id, fileName, at, added, changed } }: { done: RecentImport }) {
  const t = useTranslations("inventory.import");
  const unreachable = useTranslations("errors")("unreachable");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function undo(): void {
    startTransition(async () => {
      const result = await callAction(() => undoImportAction({ id }), unreachable);
      if (result.ok) toast.success(t("undone", result.data));
      else toast.error(result.message);
      router.refresh();
    });
  }

  return (
    <li className="flex min-h-[52px] items-center gap-4 px-4 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <bdi className="block truncate font-medium text-heading">{fileName}</bdi>
        <span className="block truncate text-subheading text-xs">
          {t("done", { added, changed, both: added > 0 && changed > 0 ? "yes" : "no" })}{" "}
          <RelativeTime date={at} />
        </span>
      </div>
      <Button loading={isPending} onClick={undo} aria-label={t("undoOf", { file: fileName })}>
        {t("undo")}
      </Button>
    </li>
  );
}
