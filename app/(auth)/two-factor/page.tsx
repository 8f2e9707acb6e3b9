import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpSecondFactor } from "#components/auth/set-up-second-factor.tsx";
import { startPage } from "#lib/base/auth/permissions.ts";
import { loadSecondFactor } from "#lib/base/auth/second-factor/queries.ts";
import { requireKnownPerson } from "#lib/base/auth/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.setUp");
  return { title: t("title") };
}

/** Sets a second factor up: by choice, or because the workspace wants one of its admins, who see nothing else until then. */
export default async function TwoFactorPage() {
  const { session, owes } = await requireKnownPerson();
  if (owes === "code") redirect("/login/code?next=/two-factor");
  const { isOn } = await loadSecondFactor(session);
  return (
    <SetUpSecondFactor
      isOn={isOn}
      wantedBy={owes === "enrolment" ? session.workspace.name : null}
      startPage={startPage(session.role)}
    />
  );
}
