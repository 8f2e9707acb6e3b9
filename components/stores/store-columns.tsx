"use client";

import { type Messages, useTranslations } from "next-intl";
import type { DataTableColumn } from "#components/list/table/columns.ts";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { QuestionsBadge } from "#components/stores/questions-badge.tsx";
import { StateMoment } from "#components/stores/state-moment.tsx";
import { StorePill } from "#components/stores/store-pill.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { ListedStore, StoreRow } from "#lib/stores/queries.ts";

/** The columns of the stores list for those who see the stores of every seller. */
export const storeColumns: DataTableColumn<ListedStore>[] = [
  {
    id: "store",
    header: <Title name="store" />,
    cell: (store) => (
      <TwoLines
        first={<RowLink href={`/settings/stores/${store.id}`}>{store.name}</RowLink>}
        second={store.domain}
      />
    ),
    skeleton: "two-lines",
    grow: true,
  },
  {
    id: "platform",
    header: <Title name="platform" />,
    cell: (store) => <Platform type={store.type} />,
    from: "xl",
  },
  {
    id: "owner",
    header: <Title name="owner" />,
    cell: (store) => <Owner owner={store.owner} />,
    skeleton: "avatar",
    width: "200px",
    cut: true,
    from: "xl",
  },
  {
    id: "state",
    header: <Title name="state" />,
    cell: (store) => (
      <div className="grid justify-items-start gap-0.5">
        <span className="flex items-center gap-1.5">
          <StorePill store={store} />
          <QuestionsBadge count={store.questions} />
        </span>
        <StateMoment store={store} className="ps-2 text-subheading text-xs leading-[14px]" />
      </div>
    ),
    skeleton: "pill",
  },
  {
    id: "failed",
    header: <Title name="failed" />,
    cell: (store) => <FailedCount count={store.failedDeliveries} />,
    align: "end",
  },
];

/** A seller's stores are all the seller's own. */
export const ownStoreColumns = storeColumns.filter((column) => column.id !== "owner");

function Title({ name }: { name: keyof Messages["stores"]["columns"] }) {
  const t = useTranslations("stores.columns");
  return t(name);
}

function Platform({ type }: { type: StoreRow["type"] }) {
  const t = useTranslations("stores.platform");
  return t(type);
}

function Owner({ owner }: { owner: StoreRow["owner"] }) {
  return (
    <span className="flex min-w-0 items-center gap-2" title={owner.name}>
      <Avatar decorative id={owner.id} name={owner.name} size="sm" />
      <span className="truncate">{owner.name}</span>
    </span>
  );
}

function FailedCount({ count }: { count: number }) {
  if (count === 0) return <span className="text-subheading">0</span>;
  return <Badge tone="red">{count}</Badge>;
}
