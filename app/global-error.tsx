"use client";

import "@fontsource-variable/inter";
import "./globals.css";
import { NextIntlClientProvider } from "next-intl";
import { ThemeProvider } from "next-themes";
import { ErrorState, type ErrorStateProps } from "#components/shell/error-state.tsx";
import { defaultLocale } from "#lib/base/i18n/locales.ts";
import failure from "#messages/en/failure.json";

/** The root layout itself failed, and with it the request's language: this page brings its own. */
export default function GlobalError(props: ErrorStateProps) {
  return (
    <html lang={defaultLocale} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="class" defaultTheme="light" enableSystem>
          <NextIntlClientProvider locale={defaultLocale} timeZone="UTC" messages={{ failure }}>
            <main className="flex min-h-dvh flex-col justify-center">
              <ErrorState {...props} />
            </main>
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
