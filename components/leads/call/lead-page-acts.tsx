"use client";

import { ClipboardPaste, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { StartCalling } from "#components/leads/call/start-calling.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { can } from "#lib/base/auth/permissions.ts";

/** What one comes to the leads for, at the top of their page, also while it loads; nothing for those who only read. */
export function LeadPageActs() {
  const t = useTranslations("leads");
  const paste = useTranslations("paste");
  if (!can(useRole(), "leads.write")) return null;
  return (
    <>
      <Button asChild className="max-md:hidden">
        <Link href="/leads/paste">
          <ClipboardPaste aria-hidden />
          {paste("title")}
        </Link>
      </Button>
      <Button asChild>
        <Link href="/leads/new">
          <Plus aria-hidden />
          {t("new")}
        </Link>
      </Button>
      <StartCalling />
    </>
  );
}
