"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { MapDialog } from "#components/inventory/map-dialog.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import type { UnmatchedSku } from "#lib/inventory/unmatched.ts";

/** The SKUs that match nothing: how often, where, when last, and what makes them known. */
export function UnmatchedList({ skus, userId }: { skus: UnmatchedSku[]; userId: string }) {
  const t = useTranslations("inventory.unmatched");
  const format = useFormatter();
  const role = useRole();
  const mayWrite = can(role, "inventory.write");
  const [mapped, setMapped] = useState<UnmatchedSku | null>(null);
  return (
    <>
      <ul aria-label={t("title")} className="divide-y">
        {skus.map((unmatched) => {
          const { sku, name, lines, units, waiting, stores, lastSeenAt } = unmatched;
          return (
            <li key={sku} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2.5 text-sm">
              <div className="min-w-0 flex-1 basis-56">
                <bdi className="block truncate font-medium text-heading">{name}</bdi>
                <bdi className="block truncate font-mono text-subheading text-xs">{sku}</bdi>
                {waiting > 0 && (
                  <div className="text-amber-text text-xs">{t("waiting", { count: waiting })}</div>
                )}
              </div>
              <div className="min-w-0 basis-64 max-md:basis-full">
                <div className="truncate text-body">
                  {format.list(
                    stores.map((store) => store.name),
                    { style: "narrow" },
                  )}
                </div>
                <div className="text-subheading text-xs">
                  {t.rich("lastSeen", { time: () => <RelativeTime date={lastSeenAt} /> })}
                </div>
              </div>
              <div className="basis-28 text-end tabular-nums max-md:basis-full max-md:text-start">
                <div className="font-semibold text-heading">{t("linesCount", { count: lines })}</div>
                <div className="text-subheading text-xs">{t("units", { count: units })}</div>
              </div>
              {mayWrite && (
                <div className="flex gap-2 max-md:w-full max-md:[&>*]:flex-1">
                  <Button onClick={() => setMapped(unmatched)}>{t("map")}</Button>
                  <Button asChild>
                    <Link href={draftAddress(unmatched)}>{t("make")}</Link>
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <MapDialog
        unmatched={mapped}
        ownerId={can(role, "inventory.writeForOthers") ? undefined : userId}
        onClose={() => setMapped(null)}
      />
    </>
  );
}

/** The product that a SKU becomes belongs to whose stores sell it, and to the platform where several do. */
function draftAddress({ sku, name, stores }: UnmatchedSku): string {
  const owners = new Set(stores.map(({ ownerId }) => ownerId));
  const [owner] = owners;
  return `/inventory/new?${new URLSearchParams({
    sku: sku.trim(),
    name,
    ...(owners.size === 1 && owner && { owner }),
  })}`;
}
