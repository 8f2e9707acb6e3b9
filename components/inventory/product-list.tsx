"use client";

import { useFormatter, useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense } from "react";
import { ProductPhoto } from "#components/inventory/photo/product-photo.tsx";
import { ProductPill, ProductState, useStateWord } from "#components/inventory/product-state.tsx";
import { useProductTabs, type ViewCounts } from "#components/inventory/product-tabs.tsx";
import { usePageKeys } from "#components/keys/page-keys.ts";
import type { ListColumns } from "#components/list/columns.tsx";
import { optionOf } from "#components/list/filters/options.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { PersonCell } from "#components/list/table/person-cell.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { useListParams } from "#components/list/use-list-params.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { cn } from "#components/ui/cn.ts";
import { useGoing } from "#components/ui/going.tsx";
import { Money } from "#components/ui/money.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { productList } from "#lib/inventory/list.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";

const BulkActs = lazy(() =>
  import("#components/inventory/bulk/bulk-acts.tsx").then((module) => ({ default: module.BulkActs })),
);

interface CellProps {
  product: ProductRow;
}

const columns: ListColumns<"inventory", ProductRow> = [
  {
    id: "product",
    cell: (product) => <NameCell product={product} />,
    skeleton: "two-lines",
    width: "212px",
    grow: true,
    isFixed: true,
  },
  {
    id: "owner",
    cell: (product) => <OwnerCell product={product} />,
    skeleton: "avatar",
    width: "84px",
    from: "xl",
  },
  {
    id: "price",
    cell: ({ price, currency }) => <Money amount={price} currency={currency} />,
    align: "end",
    width: "112px",
    from: "xl",
  },
  { id: "stock", cell: ({ stock }) => <Units units={stock} />, align: "end", width: "72px", from: "xl" },
  { id: "reserved", cell: ({ reserved }) => <Units units={reserved} />, align: "end", width: "88px" },
  {
    id: "available",
    cell: ({ available }) => <AvailableUnits units={available} />,
    align: "end",
    width: "92px",
    sorts: ["scarce"],
  },
  {
    id: "sold",
    cell: ({ soldIn30Days }) => <Units units={soldIn30Days} />,
    align: "end",
    width: "116px",
    from: "wide",
  },
  {
    id: "cover",
    cell: (product) => <Cover product={product} />,
    align: "end",
    width: "92px",
    sorts: ["cover"],
  },
  {
    id: "state",
    cell: (product) => <ProductState product={product} />,
    skeleton: "pill",
    width: "152px",
  },
];

export interface ProductListProps extends ShownList<ProductRow> {
  counts: ViewCounts;
  /** What stands between the tabs and the list. */
  banner: ReactNode;
  /** Whose products the list can be filtered by; nobody for those who see only their own. */
  owners: { id: string; name: string }[];
}

/** The products: tabs by how they stand, and the list. */
export function ProductList({ counts, banner, owners, ...shown }: ProductListProps) {
  const t = useTranslations("inventory");
  const { go } = useGoing();
  const mayWrite = can(useRole(), "inventory.write");
  const { params } = useListParams(productList);
  // "?" names them before there is something selected, too; what they do is in bulk-acts.tsx.
  const bulk = useTranslations("inventory.bulk");
  usePageKeys(
    mayWrite
      ? [
          { keys: ["a"], label: bulk("archiveSelected"), run: () => false },
          { keys: ["l"], label: bulk("levelOfSelected"), run: () => false },
        ]
      : [],
  );
  const tabs = useProductTabs({ view: params.view, sort: params.sort, size: params.size, counts });
  return (
    <ListView
      {...shown}
      list={productList}
      tabs={tabs}
      banner={banner}
      columns={columns}
      renderCard={(product) => <ProductCard product={product} />}
      filters={({ some, onlyIf }) => [
        ...(owners.length > 0 ? [some("owner", t("filters.owner"), owners.map(optionOf))] : []),
        onlyIf("provided", t("filters.provided")),
      ]}
      {...(mayWrite && {
        bulk: {
          nameOf: ({ name }: ProductRow) => name,
          canSelect: ({ isWritable }: ProductRow) => isWritable,
          renderActs: (products: ProductRow[], clear: () => void) => (
            <Suspense>
              <BulkActs products={products} exportColumns={shown.exportColumns} onDone={clear} />
            </Suspense>
          ),
        },
        keys: [
          {
            key: "e",
            label: t("acts.edit"),
            run: ([product]: ProductRow[]) => product?.isWritable && go(`/inventory/${product.id}/edit`),
          },
        ],
      })}
    />
  );
}

export function ProductsLoading() {
  return <ListLoading list="inventory" columns={columns} />;
}

function NameCell({ product }: CellProps) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <ProductPhoto
        product={product}
        className="size-8 rounded-lg group-data-[density=compact]/table:hidden"
      />
      <div className="min-w-0">
        <TwoLines
          first={
            <RowLink href={`/inventory/${product.id}`}>
              <bdi title={product.name}>{product.name}</bdi>
            </RowLink>
          }
          second={<bdi className="font-mono">{product.sku}</bdi>}
        />
      </div>
    </div>
  );
}

function OwnerCell({ product: { ownerId, ownerName } }: CellProps) {
  const t = useTranslations("inventory");
  if (!ownerId) return <span className="text-subheading">{t("platform")}</span>;
  return <PersonCell id={ownerId} name={ownerName ?? t("formerMember")} />;
}

/** Nothing is quiet. */
function Units({ units }: { units: number }) {
  const format = useFormatter();
  return (
    <span className={cn("tabular-nums", units === 0 ? "text-subheading" : "text-body")}>
      {signed(format.number(units))}
    </span>
  );
}

/** The figure that counts: red below zero. */
export function AvailableUnits({ units }: { units: number }) {
  const format = useFormatter();
  return (
    <span className={cn("font-semibold tabular-nums", units < 0 ? "text-red-text" : "text-heading")}>
      {signed(format.number(units))}
    </span>
  );
}

function signed(text: string): string {
  return text.replace("-", "−");
}

/** For how long it lasts. */
export function Cover({ product: { daysOfCover } }: CellProps) {
  const t = useTranslations("inventory");
  if (daysOfCover === null) return <span className="text-subheading">{t("noSales")}</span>;
  return <span className="tabular-nums">{t("days", { count: daysOfCover })}</span>;
}

/** A product on a phone: what is available, how long it lasts, and what is wrong. */
function ProductCard({ product }: CellProps) {
  const t = useTranslations("inventory");
  const word = useStateWord(product);
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="flex min-w-0 items-center gap-2 self-center">
          {product.photo && <ProductPhoto product={product} className="size-7 rounded-md" />}
          <span className="truncate">
            <RowLink href={`/inventory/${product.id}`} className="font-semibold">
              <bdi>{product.name}</bdi>
            </RowLink>
          </span>
        </span>
        <span className="shrink-0 text-sm text-subheading">
          {t.rich("available", { units: () => <AvailableUnits units={product.available} /> })}
        </span>
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <bdi className="min-w-0 truncate font-mono text-xs">{product.sku}</bdi>
        <span className="shrink-0">
          <Cover product={product} />
        </span>
      </div>
      {(product.standing !== "enough" || product.isArchived || word) && (
        <div className="flex items-center justify-between gap-4 text-subheading text-xs">
          <ProductPill product={product} />
          {word}
        </div>
      )}
    </>
  );
}
