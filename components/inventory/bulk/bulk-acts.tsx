"use client";

import { Archive, ArchiveRestore, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LevelDialog } from "#components/inventory/bulk/level-dialog.tsx";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { ExportButton } from "#components/list/export/export-button.tsx";
import { useListParams } from "#components/list/use-list-params.ts";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { ColumnId } from "#lib/export/columns.ts";
import { archiveProductsAction, deleteProductsAction } from "#lib/inventory/actions.ts";
import { productList } from "#lib/inventory/list.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";

export interface BulkActsProps {
  products: ProductRow[];
  /** The columns that an export of them can have. */
  exportColumns: ColumnId[];
  onDone: () => void;
}

/** What can be done with the selected products; A archives, L sets their level. Of the archived tab they are taken up again. */
export function BulkActs({ products, exportColumns, onDone }: BulkActsProps) {
  const t = useTranslations("inventory.bulk");
  const unreachable = useTranslations("errors")("unreachable");
  const { params } = useListParams(productList);
  const [isAskingLevel, setIsAskingLevel] = useState(false);
  const [leftOut, setLeftOut] = useState<string[]>([]);
  const ids = products.map(({ id }) => id);
  const isArchived = products.every((product) => product.isArchived);
  const count = products.length;

  async function run<T>(
    action: () => Promise<ActionResult<T>>,
    success: (data: T) => string,
  ): Promise<boolean> {
    const result = await callAction(action, unreachable);
    if (result.ok) {
      toast.success(success(result.data));
      onDone();
    } else toast.error(result.message);
    return result.ok;
  }

  const archive = () =>
    run(
      () => archiveProductsAction({ ids, isArchived: !isArchived }),
      (changed) => t(isArchived ? "unarchived" : "archived", { count: changed }),
    );

  usePageKeys([
    { keys: ["a"], label: t("archiveSelected"), run: () => void archive() },
    { keys: ["l"], label: t("levelOfSelected"), run: () => setIsAskingLevel(true) },
  ]);

  return (
    <>
      <Button variant="primary" onClick={() => void archive()}>
        {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        {t(isArchived ? "unarchive" : "archive")}
        <Kbd className="border-current/30 text-inherit">A</Kbd>
      </Button>
      <Button onClick={() => setIsAskingLevel(true)}>
        <TriangleAlert aria-hidden />
        {t("level")}
        <Kbd>L</Kbd>
      </Button>
      <ExportButton
        list="inventory"
        href={`/inventory/export${productList.query({ ...params, only: ids })}`}
        total={count}
        isCapped={false}
        columns={exportColumns}
        leftOut={leftOut}
        onLeaveOut={setLeftOut}
      />
      <ConfirmDialog
        trigger={<Button variant="ghost">{t("delete")}</Button>}
        destructive
        title={t("deleteTitle", { count })}
        description={t("deleteText")}
        confirmLabel={t("deleteConfirm", { count })}
        onConfirm={() =>
          run(
            () => deleteProductsAction({ ids }),
            ({ deleted, kept }) => t(kept > 0 ? "deletedSome" : "deleted", { count: deleted, kept }),
          )
        }
      />
      <LevelDialog ids={ids} isOpen={isAskingLevel} onClose={() => setIsAskingLevel(false)} onDone={onDone} />
    </>
  );
}
