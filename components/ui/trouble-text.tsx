"use client";

import { useTranslations } from "next-intl";
import { signInHref, type Trouble } from "#components/ui/trouble.ts";

const linkClasses = "font-medium underline underline-offset-2";

/** What keeps a form from being sent, with the way out, which leaves what was typed where it is. */
export function TroubleText({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("failure");
  const unknown = useTranslations("errors")("unknown");
  if (trouble === "failed") return unknown;
  if (trouble === "updated") {
    return (
      <>
        {t("trouble.updatedTyped")}{" "}
        <button type="button" className={linkClasses} onClick={() => location.reload()}>
          {t("reload")}
        </button>
      </>
    );
  }
  return (
    <>
      {t("trouble.signedOutTyped")}{" "}
      <a href={signInHref()} target="_blank" rel="noopener" className={linkClasses}>
        {t("signIn")}
      </a>
    </>
  );
}
