"use client";

import { Plus, ScanBarcode, Upload } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { usePageKeys } from "#components/ui/use-page-keys.ts";
import { can } from "#lib/base/auth/permissions.ts";

const addresses: Record<string, string> = { s: "/inventory/stock-take", n: "/inventory/new" };

/** What one comes to the products for, also while they load; nothing for those who only read. */
export function InventoryActs() {
  const t = useTranslations("inventory.acts");
  const router = useRouter();
  const mayWrite = can(useRole(), "inventory.write");
  usePageKeys((key) => {
    const address = addresses[key.toLowerCase()];
    if (!address || !mayWrite) return false;
    router.push(address);
    return true;
  });
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
