import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";

/** Leads to the page where a new password is set. */
export function PasswordCard() {
  const t = useTranslations();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("profile.password.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <CardDescription>{t("profile.password.text")}</CardDescription>
        <Button asChild className="max-md:w-full">
          <Link href="/new-password">
            <KeyRound aria-hidden />
            {t("nav.changePassword")}
          </Link>
        </Button>
      </CardContent>
    </Card>
  );
}
