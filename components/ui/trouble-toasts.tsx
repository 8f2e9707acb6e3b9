"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toast } from "#components/ui/toast.ts";
import { onTrouble, signInHref, type Trouble } from "#components/ui/trouble.ts";

/** Says what keeps actions from being done, with the way out, and stays until it is mended. */
export function TroubleToasts() {
  const t = useTranslations("failure");
  const unknown = useTranslations("errors")("unknown");
  const say = useEffectEvent((trouble: Trouble) => {
    if (trouble === "failed") return toast.error(unknown, { id: trouble });
    const ways = {
      signedOut: { label: t("signIn"), onClick: () => location.assign(signInHref()) },
      updated: { label: t("reload"), onClick: () => location.reload() },
    };
    const words = { signedOut: t("trouble.signedOut"), updated: t("trouble.updated") };
    toast.error(words[trouble], {
      id: trouble,
      duration: Number.POSITIVE_INFINITY,
      action: ways[trouble],
    });
  });
  useEffect(() => onTrouble((trouble) => say(trouble)), []);
  return null;
}
