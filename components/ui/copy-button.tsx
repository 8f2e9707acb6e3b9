"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

type CopyState = "idle" | "copied" | "failed";

const SHOWN_FOR_MS = 2000;

/** Copies a text; the icon turns into a tick and screen readers hear "Copied". */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const t = useTranslations("common");
  const [state, setState] = useState<CopyState>("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);

  function copy() {
    navigator.clipboard.writeText(value).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  }

  return (
    <>
      <Button variant="ghost" size="icon" aria-label={label} title={label} onClick={copy}>
        {state === "copied" ? <Check aria-hidden className="text-brand-text" /> : <Copy aria-hidden />}
      </Button>
      <VisuallyHidden role="status">
        {state === "copied" && t("copied")}
        {state === "failed" && t("copyFailed")}
      </VisuallyHidden>
    </>
  );
}
