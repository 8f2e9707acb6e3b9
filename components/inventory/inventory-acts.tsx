"use client";

import { Plus, ScanBarcode, Upload } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { useGoing } from "#components/ui/going.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { can } from "#lib/base/auth/permissions.ts";

/** What one comes to the products for, also while they load; nothing for those who only read. */
export function InventoryActs() {
  const t = useTranslations("inventory.acts");
  const { go } = useGoing();
  const mayWrite = can(useRole(), "inventory.write");
  const keys = [
    { keys: ["n"], label: t("add"), run: () => go("/inventory/new") },
    { keys: ["s"], label: t("stockTake"), run: () => go("/inventory/stock-take") },
  ];
  usePageKeys(mayWrite ? keys : []);
  if (!mayWrite) return null;
  return (
    <>
      <Button asChild>
        <Link href="/inventory/stock-take" aria-keyshortcuts="S">
          <ScanBarcode aria-hidden />
          {t("stockTake")}
          <Kbd>S</Kbd>
        </Link>
      </Button>
      <Button asChild>
        <Link href="/inventory/import">
          <Upload aria-hidden />
          {t("import")}
        </Link>
      </Button>
      <Button asChild variant="primary">
        <Link href="/inventory/new" aria-keyshortcuts="N">
          <Plus aria-hidden />
          {t("add")}
        </Link>
      </Button>
    </>
  );
}
