"use client";

import { useTranslations } from "next-intl";
import { ContactForm } from "#components/leads/detail/contact-form.tsx";
import { type EditedContact, useContactForm } from "#components/leads/detail/use-contact-form.ts";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";

export interface ContactDialogProps extends EditedContact {
  /** Whether there is an order or a customer to keep an address. */
  hasAddress: boolean;
  isOpen: boolean;
  close: () => void;
}

/** The form that corrects the buyer's contact. What was typed stays when it is closed, as a click outside or a key may do that unawares. */
export function ContactDialog({ hasAddress, isOpen, close, ...edited }: ContactDialogProps) {
  const t = useTranslations("lead.edit");
  const state = useContactForm({ ...edited, onDone: close });
  return (
    <Dialog open={isOpen} onOpenChange={(isWanted) => !isWanted && close()}>
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
