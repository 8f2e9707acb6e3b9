"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { signOutAction } from "#lib/base/auth/actions.ts";

/** The way back to the sign-in for whoever is half signed in. */
export function OtherAccount() {
  const t = useTranslations("auth.code");
  const unreachable = useTranslations("errors")("unreachable");
  const [pending, startTransition] = useTransition();

  function leave() {
    startTransition(async () => {
      const result = await callAction(signOutAction, unreachable);
      if (!result.ok) toast.error(result.message);
    });
  }

  return (
    <button
      type="button"
      disabled={pending}
      onClick={leave}
      className="mx-auto mt-4 block text-subheading text-sm hover:text-heading hover:underline"
    >
      {t("otherAccount")}
    </button>
  );
}
