"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { useGoing } from "#components/ui/going.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

export interface EditContactLinkProps {
  leadId: string;
  label: string;
}

/** Leads to where a contact is corrected: the lead, which tells everyone who works it. E does the same. */
export function EditContactLink({ leadId, label }: EditContactLinkProps): ReactNode {
  const { go } = useGoing();
  const href = `/leads/${leadId}?edit=contact`;
  usePageKeys([{ keys: ["e"], label, run: () => go(href) }]);
  return (
    <Button asChild size="sm" variant="ghost">
      <Link href={href} aria-keyshortcuts="E">
        <Pencil aria-hidden />
        {label}
        <Kbd aria-hidden>E</Kbd>
      </Link>
    </Button>
  );
}
