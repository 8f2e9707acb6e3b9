import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "#components/auth/code-form.tsx";
import { RecoveryCodeForm } from "#components/auth/recovery-code-form.tsx";
import { localPath } from "#lib/base/auth/schema.ts";
import { codePageSchema } from "#lib/base/auth/second-factor/schema.ts";
import { requireKnownPerson } from "#lib/base/auth/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.code");
  return { title: t("title") };
}

interface CodePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The second half of the sign-in, for whoever has a second factor. */
export default async function CodePage({ searchParams }: CodePageProps) {
  const { session, owes } = await requireKnownPerson();
  const query = codePageSchema.parse(await searchParams);
  const next = localPath.parse(query.next);
  if (owes !== "code") redirect(next);
  const Form = query.by === "recovery" ? RecoveryCodeForm : CodeForm;
  return <Form email={session.email} next={next} />;
}
