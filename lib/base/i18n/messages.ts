import { resolveLocale } from "#lib/base/i18n/locales.ts";
import type messages from "#messages/en/index.ts";

type Domain = keyof typeof messages;

/** What browsers are told on every page, also by those who are not signed in: no page outside `app/(app)` says more. */
const everywhere: Domain[] = ["auth", "common", "errors", "failure", "theme", "validation"];

/** What no browser ever says. */
const onServer: Domain[] = ["mails", "telegramAlert"];

/** The messages for every page, and those that only pages behind the sign-in have besides. */
export function messagesForBrowsers(all: typeof messages) {
  const domains = Object.keys(all) as Domain[];
  const pick = (wanted: Domain[]): Partial<typeof messages> =>
    Object.fromEntries(wanted.map((domain) => [domain, all[domain]]));
  return {
    everywhere: pick(everywhere),
    behindSignIn: pick(
      domains.filter((domain) => !everywhere.includes(domain) && !onServer.includes(domain)),
    ),
  };
}

/** The messages of a language; an unknown language gets the default one. */
export async function loadMessages(locale: string): Promise<typeof messages> {
  const { default: loaded } = await import(`../../../messages/${resolveLocale(locale)}/index.ts`);
  return loaded;
}
