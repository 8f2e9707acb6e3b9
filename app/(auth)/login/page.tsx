import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signInAction } from "#app/(auth)/actions.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signIn") };
}

interface LoginPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { next } = await searchParams;
  return <SignInForm action={signInAction} next={typeof next === "string" ? next : undefined} />;
}
