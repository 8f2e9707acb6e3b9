import "server-only";
import { noteBrowserLanguage } from "#lib/base/auth/browser-language.ts";
import { noteBrowser } from "#lib/base/auth/known-browser.ts";
import { presentClient } from "#lib/base/auth/own-sessions.ts";
import { languageOfBrowser } from "#lib/base/auth/session.ts";
import type { Person } from "#lib/base/db/access.ts";

/** What is noted once somebody is let in: the browser, and the language that it asks for. */
export async function noteSignIn(person: Person): Promise<void> {
  await noteBrowserLanguage(person, await languageOfBrowser());
  await noteBrowser(person, await presentClient());
}
