"use client";

import { PhoneOutgoing } from "lucide-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallKeys } from "#components/leads/call/use-call-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** Leads from a list, as it is filtered, to its calls; C does the same. */
export function StartCalling() {
  const t = useTranslations("calling");
  const router = useRouter();
  const query = useSearchParams().toString();
  const href = query ? `/leads/call?${query}` : "/leads/call";
  useCallKeys({ c: () => router.push(href) });
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
