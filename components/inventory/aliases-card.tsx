"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { unmapSkuAction } from "#lib/inventory/actions.ts";
import type { Alias } from "#lib/inventory/aliases.ts";

/** The other SKUs by which a product is ordered; each can be taken back by whoever may say it. */
export function AliasesCard({ aliases }: { aliases: Alias[] }) {
  const t = useTranslations("inventory.aliases");
  const formerMember = useTranslations("inventory")("formerMember");
  const unreachable = useTranslations("errors")("unreachable");
  const [removed, setRemoved] = useState<Alias | null>(null);

  async function remove({ id, sku }: Alias): Promise<boolean> {
    const result = await callAction(() => unmapSkuAction({ id }), unreachable);
    if (result.ok) toast.success(t("removed", { sku }));
    else toast.error(result.message);
    return result.ok;
  }

  return (
    <Card className="overflow-hidden">
      <CardHeader className="flex-wrap justify-start gap-x-2 gap-y-0">
        <CardTitle>{t("title")}</CardTitle>
        <p className="text-sm text-subheading">{t("text")}</p>
      </CardHeader>
      <ul aria-label={t("title")} className="divide-y border-t">
        {aliases.map((alias) => (
          <li key={alias.id} className="flex min-h-11 items-center gap-4 px-4 py-1.5 text-sm">
            <bdi className="min-w-0 flex-1 truncate font-mono text-heading text-xs">{alias.sku}</bdi>
            <span className="truncate text-subheading">
              {alias.isForAll ? t("inAll") : t("inStoresOf", { name: alias.ownerName ?? formerMember })}
            </span>
            {alias.isRemovable && (
              <Button
                variant="ghost"
                size="sm"
                aria-label={t("removeOf", { sku: alias.sku })}
                onClick={() => setRemoved(alias)}
              >
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={removed !== null}
        onOpenChange={(isOpen) => !isOpen && setRemoved(null)}
        destructive
        title={t("removeTitle", { sku: removed?.sku ?? "" })}
        description={t("removeText")}
        confirmLabel={t("removeConfirm")}
        onConfirm={async () => removed !== null && remove(removed)}
      />
    </Card>
  );
}
