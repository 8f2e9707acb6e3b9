"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

const themes = { light: "light", dark: "dark" } as const;

/** What draws toasts. */
export function Toasts() {
  const t = useTranslations("common");
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={themes[resolvedTheme === "dark" ? "dark" : "light"]}
      containerAriaLabel={t("notifications")}
      position="bottom-right"
      mobileOffset={{ bottom: "var(--toast-bottom)" }}
      closeButton
      toastOptions={{
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast: "font-sans!",
          actionButton: "max-md:-my-2.5! max-md:h-11! max-md:rounded-lg! max-md:px-4! max-md:text-sm!",
          // Sonner's cross is 20 px; a thumb gets the 44 it needs.
          closeButton: "max-md:after:absolute max-md:after:-inset-[11px]",
          error: "[&_[data-icon]]:text-red-text!",
          success: "[&_[data-icon]]:text-brand-text!",
        },
      }}
      style={{
        "--normal-bg": "var(--raised)",
        "--normal-border": "var(--border)",
        "--normal-text": "var(--heading)",
        "--border-radius": "12px",
      }}
    />
  );
}
