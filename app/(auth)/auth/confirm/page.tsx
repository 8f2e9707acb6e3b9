import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmLinkForm } from "#components/auth/confirm-link-form.tsx";
import { accountOfLink } from "#lib/base/auth/mail-link.ts";
import { mailLinkSchema } from "#lib/base/auth/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("chooseNewPassword") };
}

interface ConfirmPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the links of mails lead. Opening the page uses nothing: mail scanners open it too. */
export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const { data: link } = mailLinkSchema.safeParse(await searchParams);
  const email = link && (await accountOfLink(link));
  if (!email) redirect("/login?notice=passwordLinkExpired");
  return <ConfirmLinkForm link={link} email={email} />;
}
