"use client";

import "@fontsource-variable/inter";
import "./globals.css";
import { NextIntlClientProvider } from "next-intl";
import { ThemeProvider } from "next-themes";
import { Suspense, useEffect, useState } from "react";
import type { ErrorStateProps } from "#components/shell/error-state.tsx";
import { ErrorState } from "#components/shell/failures.tsx";
import { defaultLocale, directionOf, resolveLocale } from "#lib/base/i18n/locales.ts";
import english from "#messages/en/failure.json";

/** The root layout itself failed, and with it the request's language: this page brings its own, and asks the browser for another. */
export default function GlobalError(props: ErrorStateProps) {
  const { locale, failure } = useOwnWords();
  return (
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="class" defaultTheme="light" enableSystem>
          <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ failure }}>
            <main className="flex min-h-dvh flex-col justify-center">
              <Suspense>
                <ErrorState {...props} />
              </Suspense>
            </main>
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}

/** English, and what the browser's language says as soon as it was fetched. */
function useOwnWords() {
  const [words, setWords] = useState({ locale: defaultLocale, failure: english });
  useEffect(() => {
    const locale = resolveLocale(navigator.language);
    if (locale === defaultLocale) return;
    import(`../messages/${locale}/failure.json`).then(
      ({ default: failure }) => setWords({ locale, failure }),
      // What can't be fetched is said in English.
      () => undefined,
    );
  }, []);
  return words;
}
