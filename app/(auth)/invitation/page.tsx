import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationForm } from "#components/auth/invitation-form.tsx";
import { findInvitation } from "#lib/team/acceptance.ts";
import { invitationTokenSchema } from "#lib/team/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("invitationTitle") };
}

interface InvitationPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the link of an invitation leads. Opening the page uses nothing, and tells nothing that the inviter did not write. */
export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const { data: token } = invitationTokenSchema.safeParse((await searchParams).token);
  const invitation = token && (await findInvitation(token));
  if (!invitation) redirect("/login?notice=invitationGone");
  return <InvitationForm token={token} invitation={invitation} />;
}
