"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";
import type { CallLead } from "#lib/leads/calling.ts";

function loadDialog() {
  return import("#components/leads/detail/contact-dialog.tsx");
}

const ContactDialog = lazy(() => loadDialog().then((module) => ({ default: module.ContactDialog })));

export interface EditBuyerProps {
  lead: CallLead;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

/** Corrects name, phone and address over the desk, while the buyer says them. */
export function EditBuyer({ lead, isOpen, setOpen }: EditBuyerProps) {
  const t = useTranslations("lead.edit");
  return (
    <>
      <Button
        variant="ghost"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="E"
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden />
        {t("open")}
        <Kbd>E</Kbd>
      </Button>
      <WhenOpened open={isOpen}>
        <ContactDialog
          key={lead.id}
          leadId={lead.id}
          contact={lead.contact}
          phoneText={lead.phoneText}
          hasAddress={lead.hasAddress}
          isOpen={isOpen}
          close={() => setOpen(false)}
        />
      </WhenOpened>
    </>
  );
}
