import { resolveLocale } from "#lib/base/i18n/locales.ts";
import type messages from "#messages/en.json";

/** The messages of a language, for code that runs outside of a request; an unknown language gets the default one. */
export async function loadMessages(locale: string): Promise<typeof messages> {
  const { default: loaded } = await import(`../../../messages/${resolveLocale(locale)}.json`, {
    with: { type: "json" },
  });
  return loaded;
}
