import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { setPasswordAction } from "#app/(auth)/actions.ts";
import { NewPasswordForm } from "#components/auth/new-password-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("chooseNewPassword") };
}

export default function NewPasswordPage() {
  return <NewPasswordForm action={setPasswordAction} />;
}
