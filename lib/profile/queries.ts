import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { type Locale, resolveLocale } from "#lib/base/i18n/locales.ts";

/** What a person has said of languages; null leaves it to the browser. */
export async function loadChosenLocale(session: Session): Promise<Locale | null> {
  const person = await forUser(session, (tx) =>
    tx.user.findUnique({ where: { id: session.userId }, select: { locale: true } }),
  );
  return person?.locale ? resolveLocale(person.locale) : null;
}
