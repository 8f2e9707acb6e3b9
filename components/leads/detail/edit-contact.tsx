"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { lazy, useRef } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import type { ContactDialogProps } from "#components/leads/detail/contact-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

function loadDialog() {
  return import("#components/leads/detail/contact-dialog.tsx");
}

const ContactDialog = lazy(() => loadDialog().then((module) => ({ default: module.ContactDialog })));

/** Opens the form that corrects the buyer's contact; `?edit=contact` in the address is the form, open. */
export function EditContact(
  props: Pick<ContactDialogProps, "leadId" | "contact" | "phoneText" | "hasAddress">,
) {
  const t = useTranslations("lead.edit");
  const { isOpen, open, close } = useOpenInAddress();
  usePageKeys([{ keys: ["e"], label: t("title"), run: () => void open() }]);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        className="-me-2 text-subheading"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="E"
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={() => void open()}
      >
        {t("open")}
        <Kbd aria-hidden>E</Kbd>
      </Button>
      <WhenOpened open={isOpen}>
        <ContactDialog {...props} isOpen={isOpen} close={close} />
      </WhenOpened>
    </>
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
