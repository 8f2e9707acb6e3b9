import "@fontsource-variable/inter";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { EarlyTapScript } from "#components/shell/early-tap-script.tsx";
import { DirectionProvider } from "#components/ui/direction.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { env } from "#lib/base/env.ts";
import { directionOf } from "#lib/base/i18n/locales.ts";
import { messagesForBrowsers } from "#lib/base/i18n/messages.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("appName"), template: `%s · ${t("appName")}` },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f9fa" },
    { media: "(prefers-color-scheme: dark)", color: "#11181c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const direction = env().PSEUDO_LOCALE ?? directionOf(locale);
  const { everywhere } = messagesForBrowsers(await getMessages());
  // next-themes sets the class before the first paint, which React would otherwise report as a mismatch.
  return (
    <html lang={locale} dir={direction} suppressHydrationWarning>
      <body>
        <EarlyTapScript />
        <ThemeProvider attribute="class" defaultTheme="light" enableSystem disableTransitionOnChange>
          <NextIntlClientProvider messages={everywhere}>
            <DirectionProvider direction={direction}>
              {children}
              <Toaster />
            </DirectionProvider>
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
