import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPasswordForm } from "#components/auth/new-password-form.tsx";
import { asksPresentPassword } from "#lib/base/auth/passwords.ts";
import { requirePermission } from "#lib/base/auth/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("chooseNewPassword") };
}

export default async function NewPasswordPage() {
  const { email } = await requirePermission("profile.write");
  return <NewPasswordForm email={email} asksPresent={await asksPresentPassword()} />;
}
