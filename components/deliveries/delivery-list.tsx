"use client";

import { useFormatter, useTranslations } from "next-intl";
import { DeliveryPill } from "#components/deliveries/delivery-pill.tsx";
import { NotUnderstood } from "#components/deliveries/not-understood.tsx";
import { OrderLink } from "#components/deliveries/order-link.tsx";
import { useReasonText } from "#components/deliveries/reason-text.tsx";
import { RetrySelected } from "#components/deliveries/retry-selected.tsx";
import { useRetry } from "#components/deliveries/use-retry.ts";
import type { ListColumns } from "#components/list/columns.tsx";
import { optionsOf } from "#components/list/filters/options.ts";
import { useStoreOptions } from "#components/list/filters/use-store-options.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { deliveryList } from "#lib/deliveries/list.ts";
import { deliveryStates } from "#lib/deliveries/model.ts";
import type { LoggedDelivery } from "#lib/deliveries/queries.ts";
import { knownTopics } from "#lib/platforms/facts.ts";
import type { StoreChoice } from "#lib/team/names.ts";

interface CellProps {
  delivery: LoggedDelivery;
}

const columns: ListColumns<"deliveries", LoggedDelivery> = [
  {
    id: "received",
    cell: (delivery) => <ReceivedCell delivery={delivery} />,
    skeleton: "two-lines",
    width: "112px",
    sorts: ["newest", "oldest"],
  },
  {
    id: "topic",
    cell: (delivery) => <TopicCell delivery={delivery} />,
    skeleton: "two-lines",
    width: "176px",
    cut: true,
    isFixed: true,
  },
  { id: "order", cell: (delivery) => <OrderCell delivery={delivery} />, width: "112px", cut: true },
  { id: "reason", cell: (delivery) => <ReasonCell delivery={delivery} />, grow: true, from: "lg" },
  {
    id: "attempts",
    cell: ({ attempts }) => <span className="tabular-nums">{attempts}</span>,
    align: "end",
    width: "80px",
    from: "xl",
  },
  { id: "state", cell: ({ state }) => <DeliveryPill state={state} />, skeleton: "pill", width: "116px" },
];

export interface DeliveryListProps extends ShownList<LoggedDelivery> {
  /** The stores that deliveries can be filtered by. */
  stores: StoreChoice[];
}

/** What stores sent. */
export function DeliveryList({ stores, ...shown }: DeliveryListProps) {
  const t = useTranslations("deliveries");
  const format = useFormatter();
  const { retrySome } = useRetry();
  const mayRetry = can(useRole(), "stores.write");
  const storeOptions = useStoreOptions(stores);
  return (
    <ListView
      {...shown}
      list={deliveryList}
      columns={columns}
      shortestSearch={1}
      renderCard={(delivery) => <DeliveryCard delivery={delivery} />}
      filters={({ some, days }) => [
        some(
          "state",
          t("filters.state"),
          optionsOf(deliveryStates, (state) => t(`states.${state}`)),
        ),
        some(
          "topic",
          t("filters.topic"),
          optionsOf(knownTopics, (topic) => topic),
        ),
        some("store", t("filters.store"), storeOptions),
        days(t("filters.received"), "received"),
      ]}
      {...(mayRetry && {
        bulk: {
          nameOf: ({ topic, receivedAt }: LoggedDelivery) =>
            t("name", { topic, time: format.dateTime(receivedAt, "dateTime") }),
          canSelect: isRetried,
          renderActs: (deliveries: LoggedDelivery[], clear: () => void) => (
            <RetrySelected deliveries={deliveries} onDone={clear} />
          ),
        },
        keys: [
          {
            key: "r",
            label: t("retry.keys"),
            run: (deliveries: LoggedDelivery[], clear: () => void) =>
              void retrySome(deliveries.filter(isRetried), clear),
          },
        ],
      })}
    />
  );
}

/** Only what failed is tried again; what was ignored would be so once more. */
const isRetried = ({ state }: LoggedDelivery) => state === "failed";

export function DeliveriesLoading() {
  return <ListLoading list="deliveries" columns={columns} />;
}

function ReceivedCell({ delivery: { receivedAt } }: CellProps) {
  const format = useFormatter();
  return (
    <TwoLines
      first={<RelativeTime date={receivedAt} />}
      second={<span className="tabular-nums">{format.dateTime(receivedAt, "time")}</span>}
    />
  );
}

function TopicCell({ delivery: { id, topic, store } }: CellProps) {
  return (
    <TwoLines
      first={
        <RowLink href={`/settings/stores/deliveries/${id}`} className="font-mono text-xs">
          {topic}
        </RowLink>
      }
      second={<bdi title={store.name}>{store.name}</bdi>}
    />
  );
}

function OrderCell({ delivery }: CellProps) {
  return <OrderLink delivery={delivery} className="relative z-10" />;
}

/** Why it failed, was ignored, or what of it was left out. */
function ReasonCell({ delivery: { reason: said, notUnderstood } }: CellProps) {
  const reasonText = useReasonText();
  const reason = said && reasonText(said);
  return (
    <span
      {...(reason && { title: reason })}
      className="line-clamp-2 whitespace-normal break-words text-body text-xs"
    >
      {reason ?? <NotUnderstood fields={notUnderstood} />}
    </span>
  );
}

/** A delivery on a phone. */
function DeliveryCard({ delivery }: CellProps) {
  const { id, topic, state, receivedAt, store } = delivery;
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate text-[15px]">
          <RowLink href={`/settings/stores/deliveries/${id}`} className="font-semibold">
            {topic}
          </RowLink>
        </span>
        <RelativeTime date={receivedAt} className="shrink-0 text-sm text-subheading" />
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <bdi className="min-w-0 truncate">{store.name}</bdi>
        <OrderLink delivery={delivery} className="relative z-10 max-w-40 shrink-0" />
      </div>
      <ReasonCell delivery={delivery} />
      <div className="flex min-w-0">
        <DeliveryPill state={state} />
      </div>
    </>
  );
}
