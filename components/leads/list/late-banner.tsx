import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Count } from "#lib/base/list/page.ts";
import { leadList } from "#lib/leads/list.ts";

/** Stands while leads wait whose orders are older than the news of them: where their orders were placed in the list they would be missed. */
export function LateBanner({ late: { total, isCapped } }: { late: Count }) {
  const t = useTranslations("leads.late");
  if (total === 0) return null;
  return (
    <div className="flex min-h-12 items-center gap-x-3 rounded-xl border bg-surface px-4 py-2">
      <History aria-hidden className="size-4 shrink-0 text-amber-text" />
      <p className="min-w-0 flex-1 text-sm">
        <span className="font-medium text-heading">
          {t(isCapped ? "titleCapped" : "title", { count: total })}
        </span>{" "}
        <span className="max-md:hidden">{t("text")}</span>
      </p>
      <Button asChild size="sm">
        <Link href={leadList.url({ view: "to_call", late: true })}>{t("show")}</Link>
      </Button>
    </div>
  );
}
