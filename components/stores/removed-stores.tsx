import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RemovedStore } from "#lib/stores/queries.ts";

/** The stores that are gone and whose orders stay; gone itself while there are none. */
export function RemovedStores({ stores }: { stores: RemovedStore[] }) {
  const t = useTranslations("stores");
  if (stores.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("removed.heading")}</CardTitle>
      </CardHeader>
      <ul className="mt-1 border-t">
        {stores.map(({ id, name, domain, removedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b px-4 py-2 text-sm text-subheading last:border-b-0"
          >
            <Link href={`/settings/stores/${id}`} className="font-medium text-heading hover:underline">
              {name}
            </Link>
            <span className="min-w-0 break-all">{domain}</span>
            <span className="ms-auto text-xs">
              {t.rich("moment.removed", { time: () => <RelativeTime date={removedAt} /> })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
