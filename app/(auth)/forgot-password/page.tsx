import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ForgotPasswordForm } from "#components/auth/forgot-password-form.tsx";
import { mailsGo } from "#lib/mail/kept.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("forgotPassword") };
}

export default async function ForgotPasswordPage() {
  return <ForgotPasswordForm mailsGo={mailsGo(await headers())} />;
}
