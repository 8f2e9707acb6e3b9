import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsubscribeForm } from "#components/auth/unsubscribe-form.tsx";
import { unsubscribeTokenSchema } from "#lib/summary/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.unsubscribe");
  return { title: t("title") };
}

interface UnsubscribePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the link of a summary leads, also whoever is not signed in. Opening the page ends nothing. */
export default async function UnsubscribePage({ searchParams }: UnsubscribePageProps) {
  const { data: token } = unsubscribeTokenSchema.safeParse((await searchParams).token);
  return <UnsubscribeForm token={token ?? ""} />;
}
