"use client";

import { Ellipsis, Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StockDialog, type StockKind } from "#components/inventory/stock-dialog.tsx";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { useGoing } from "#components/ui/going.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { archiveProductsAction, deleteProductsAction, takeOverOrdersAction } from "#lib/inventory/actions.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";

/** What can be done with a product; E corrects, R receives. */
export function ProductActs({ product }: { product: ProductRow }) {
  const t = useTranslations("inventory.product");
  const unreachable = useTranslations("errors")("unreachable");
  const { go } = useGoing();
  const [kind, setKind] = useState<StockKind | null>(null);
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, name, isArchived, ownerId } = product;
  usePageKeys([
    { keys: ["e"], label: t("correct"), run: () => setKind("correction") },
    { keys: ["r"], label: t("receive"), run: () => setKind("receipt") },
  ]);

  async function run<T>(
    action: () => Promise<ActionResult<T>>,
    success: (data: T) => string,
  ): Promise<boolean> {
    const result = await callAction(action, unreachable);
    if (result.ok) toast.success(success(result.data));
    else toast.error(result.message);
    return result.ok;
  }

  const archive = () =>
    run(
      () => archiveProductsAction({ ids: [id], isArchived: !isArchived }),
      () => t(isArchived ? "unarchived" : "archived", { name }),
    );

  return (
    <>
      <Button onClick={() => setKind("correction")} aria-keyshortcuts="E">
        <Pencil aria-hidden />
        {t("correct")}
        <Kbd>E</Kbd>
      </Button>
      <Button variant="primary" onClick={() => setKind("receipt")} aria-keyshortcuts="R">
        <Plus aria-hidden />
        {t("receive")}
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="icon" className="max-md:flex-none" aria-label={t("more")}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => go(`/inventory/${id}/edit`)}>{t("edit")}</DropdownMenuItem>
          {ownerId && (
            <DropdownMenuItem
              onSelect={() =>
                void run(
                  () => takeOverOrdersAction({ id }),
                  ({ served }) => t("tookOver", { count: served }),
                )
              }
            >
              {t("takeOver")}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => void archive()}>
            {t(isArchived ? "unarchive" : "archive")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setIsDeleting(true)}>{t("delete")}</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <StockDialog product={product} kind={kind} onClose={() => setKind(null)} />
      <ConfirmDialog
        open={isDeleting}
        onOpenChange={setIsDeleting}
        destructive
        title={t("deleteTitle", { name })}
        description={t("deleteText")}
        confirmLabel={t("deleteConfirm")}
        onConfirm={async () => {
          const isDeleted = await run(
            () => deleteProductsAction({ ids: [id] }),
            () => t("deleted"),
          );
          if (isDeleted) go("/inventory");
          return isDeleted;
        }}
      />
    </>
  );
}
