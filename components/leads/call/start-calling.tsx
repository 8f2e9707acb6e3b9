"use client";

import { PhoneOutgoing } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { useAddress, useGoing } from "#components/ui/going.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** Leads from a list, as it is filtered, to its calls; C does the same. Of two tabs it is the one that was pressed last. */
export function StartCalling() {
  const t = useTranslations("calling");
  const { go } = useGoing();
  const { query } = useAddress();
  const href = query ? `/leads/call?${query}` : "/leads/call";
  usePageKeys([{ keys: ["c"], label: t("start"), run: () => go(href) }]);
  return (
    <Button asChild variant="primary">
      {/* Opening the page opens a lead: that is not for fetching ahead. */}
      <Link href={href} prefetch={false} aria-keyshortcuts="C">
        <PhoneOutgoing aria-hidden />
        {t("start")}
        <Kbd className="border-current/30 text-inherit">C</Kbd>
      </Link>
    </Button>
  );
}
