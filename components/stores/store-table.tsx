"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#components/list/table/data-table.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { QuestionsBadge } from "#components/stores/questions-badge.tsx";
import { StateMoment } from "#components/stores/state-moment.tsx";
import { ownStoreColumns, storeColumns } from "#components/stores/store-columns.tsx";
import { StorePill } from "#components/stores/store-pill.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { ListedStore } from "#lib/stores/queries.ts";

export function StoreTable({ stores, empty }: { stores: ListedStore[]; empty: ReactNode }) {
  const t = useTranslations("stores");
  const role = useRole();
  return (
    <DataTable
      label={t("title")}
      columns={seesEverything(role) ? storeColumns : ownStoreColumns}
      rows={stores}
      getRowId={(store) => store.id}
      renderCard={(store) => <StoreCard store={store} showsOwner={seesEverything(role)} />}
      empty={empty}
    />
  );
}

function StoreCard({ store, showsOwner }: { store: ListedStore; showsOwner: boolean }) {
  const t = useTranslations("stores");
  return (
    <>
      <span className="min-w-0 truncate text-[15px]">
        <RowLink href={`/settings/stores/${store.id}`} className="font-semibold">
          {store.name}
        </RowLink>
      </span>
      <span className="break-all text-sm text-subheading">
        {[t(`platform.${store.type}`), store.domain].join(" · ")}
      </span>
      {showsOwner && <span className="truncate text-sm text-subheading">{store.owner.name}</span>}
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StorePill store={store} />
        <StateMoment store={store} className="text-subheading text-xs" />
        <QuestionsBadge count={store.questions} />
        {store.failedDeliveries > 0 && (
          <Badge tone="red">{t("failedCount", { count: store.failedDeliveries })}</Badge>
        )}
      </span>
    </>
  );
}
