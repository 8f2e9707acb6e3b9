import "server-only";
import { forUser, type Person } from "#lib/base/db/access.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";

/** Keeps what a person's browser asks for, so that alerts, which no browser asks for, are in that language unless the person chose one. */
export async function noteBrowserLanguage(person: Person, asked: Locale | null): Promise<void> {
  if (!asked) return;
  await forUser(person, (tx) =>
    tx.user.updateMany({
      where: { id: person.userId, OR: [{ browserLocale: null }, { browserLocale: { not: asked } }] },
      data: { browserLocale: asked },
    }),
  );
}
