import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmailChangeForm } from "#components/auth/email-change-form.tsx";
import { findEmailChange } from "#lib/profile/email-change.ts";
import { emailChangeTokenSchema } from "#lib/profile/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.emailChange");
  return { title: t("title") };
}

interface EmailChangePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where both links of a change of address lead. Opening the page confirms nothing. */
export default async function EmailChangePage({ searchParams }: EmailChangePageProps) {
  const { data: token } = emailChangeTokenSchema.safeParse((await searchParams).token);
  const change = token && (await findEmailChange(token));
  if (!change) redirect("/login?notice=emailChangeGone");
  return <EmailChangeForm token={token} change={change} />;
}
