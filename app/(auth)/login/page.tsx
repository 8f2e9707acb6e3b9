import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { loginPageSchema } from "#lib/base/auth/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signIn") };
}

interface LoginPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { next, notice } = loginPageSchema.parse(await searchParams);
  const t = await getTranslations("errors");
  return <SignInForm next={next} notice={notice ? t(notice) : null} />;
}
