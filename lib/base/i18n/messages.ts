import { resolveLocale } from "#lib/base/i18n/locales.ts";
import type messages from "#messages/en/index.ts";

/** The messages of a language; an unknown language gets the default one. */
export async function loadMessages(locale: string): Promise<typeof messages> {
  const { default: loaded } = await import(`../../../messages/${resolveLocale(locale)}/index.ts`);
  return loaded;
}
