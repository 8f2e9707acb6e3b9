"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toast } from "#components/ui/toast.ts";
import { onTrouble, type Trouble } from "#components/ui/trouble.ts";

/** Says what keeps actions from being done, and stays until it is mended. */
export function TroubleToasts() {
  const t = useTranslations("failure");
  const unknown = useTranslations("errors")("unknown");
  const say = useEffectEvent((trouble: Trouble, isTyped: boolean) => {
    if (trouble === "failed") return toast.error(unknown, { id: trouble });
    const ways = {
      signedOut: { label: t("signIn"), onClick: () => signIn(isTyped) },
      updated: { label: t("reload"), onClick: () => location.reload() },
    };
    const words = {
      signedOut: isTyped ? t("trouble.signedOutTyped") : t("trouble.signedOut"),
      updated: isTyped ? t("trouble.updatedTyped") : t("trouble.updated"),
    };
    toast.error(words[trouble], { id: trouble, duration: Number.POSITIVE_INFINITY, action: ways[trouble] });
  });
  useEffect(() => onTrouble((trouble, isTyped) => say(trouble, isTyped)), []);
  return null;
}

/** Leads to the sign-in and back to this page; in a tab of its own where something was typed that would be lost. */
function signIn(isTyped: boolean): void {
  const href = `/login?next=${encodeURIComponent(location.pathname + location.search)}`;
  if (isTyped) window.open(href, "_blank", "noopener");
  else location.assign(href);
}
