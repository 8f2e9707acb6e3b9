"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef } from "react";
import { ContactForm } from "#components/leads/detail/contact-form.tsx";
import { useContactForm } from "#components/leads/detail/use-contact-form.ts";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import type { Contact } from "#lib/customers/model.ts";

interface EditContactProps {
  leadId: string;
  contact: Contact;
  /** Whether there is an order or a customer to keep an address. */
  hasAddress: boolean;
}

/**
 * Opens the form that corrects the buyer's contact; `?edit=contact` in the address is the form, open. What was typed stays when it is
 * closed, as a click outside or a key may do that unawares.
 */
export function EditContact({ leadId, contact, hasAddress }: EditContactProps) {
  const t = useTranslations("lead.edit");
  const { isOpen, open, close } = useOpenInAddress();
  const state = useContactForm({ leadId, contact, onDone: close });
  return (
    <Dialog open={isOpen} onOpenChange={(isWanted) => (isWanted ? void open() : close())}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" className="-mr-2 text-subheading">
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ContactForm state={state} hasAddress={hasAddress} />
      </DialogContent>
    </Dialog>
  );
}

/** Opening is a step that the browser's Back takes back, and so does closing. Where a link opened the form, closing stays on the page. */
function useOpenInAddress() {
  const [edit, setEdit] = useQueryState("edit", parseAsStringLiteral(["contact"]));
  const hasStep = useRef(false);

  async function open(): Promise<void> {
    hasStep.current = false;
    await setEdit("contact", { history: "push" });
    hasStep.current = true;
  }

  function close(): void {
    if (hasStep.current) window.history.back();
    else void setEdit(null);
    hasStep.current = false;
  }

  return { isOpen: edit === "contact", open, close };
}
