"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { ContactForm } from "#components/leads/detail/contact-form.tsx";
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

export interface EditContactProps {
  leadId: string;
  contact: Contact;
  /** Whether there is an order or a customer to keep an address. */
  hasAddress: boolean;
}

/** Opens the form that corrects the buyer's contact; `?edit=contact` in the address is the form, open. */
export function EditContact(props: EditContactProps) {
  const t = useTranslations("lead.edit");
  const [edit, setEdit] = useQueryState("edit", parseAsStringLiteral(["contact"]));
  const setOpen = (isOpen: boolean) => void setEdit(isOpen ? "contact" : null);
  return (
    <Dialog open={edit === "contact"} onOpenChange={setOpen}>
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
        <ContactForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
