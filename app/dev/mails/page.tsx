import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptMails } from "#components/mails/kept-mails.tsx";
import { loadKeptMails } from "#lib/mail/kept.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mails.kept");
  return { title: t("title") };
}

interface KeptMailsPageProps {
  searchParams: Promise<{ mail?: string | string[] }>;
}

/** The mails of an Astra that is tried without a mail server; on any other this page is not there. */
export default async function KeptMailsPage({ searchParams }: KeptMailsPageProps) {
  const mails = await loadKeptMails(await headers());
  if (!mails) notFound();
  const { mail: id } = await searchParams;
  return <KeptMails mails={mails} shown={mails.find((mail) => mail.id === id) ?? mails[0] ?? null} />;
}
