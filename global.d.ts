import type { Formats } from "#lib/base/i18n/formats.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";
import type messages from "#messages/en/index.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
    Formats: Formats;
  }
}

declare module "react" {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
