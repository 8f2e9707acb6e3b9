"use client";

import { ClipboardCopy, MoreHorizontal, Printer, RotateCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { toast } from "#components/ui/toast.ts";

export interface DashboardMenuProps {
  /** The figures, for the clipboard. */
  csv: string;
  mayRecount: boolean;
}

/** What else can be done with the figures. */
export function DashboardMenu({ csv, mayRecount }: DashboardMenuProps) {
  const t = useTranslations("dashboard.menu");
  usePageKeys([{ keys: ["p"], label: t("print"), run: () => window.print() }]);

  function copy(): void {
    navigator.clipboard.writeText(csv).then(
      () => toast.success(t("copied")),
      () => toast.error(t("copyFailed")),
    );
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="icon" aria-label={t("title")} title={t("title")}>
          <MoreHorizontal aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={copy}>
          <ClipboardCopy aria-hidden />
          {t("copy")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => window.print()}>
          <Printer aria-hidden />
          {t("print")}
          <Kbd className="ms-auto">P</Kbd>
        </DropdownMenuItem>
        {mayRecount && (
          <DropdownMenuItem asChild>
            <Link href="/settings/figures">
              <RotateCw aria-hidden />
              {t("recount")}
            </Link>
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
