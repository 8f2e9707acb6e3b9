import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noteBrowserLanguage } from "#lib/base/auth/browser-language.ts";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { timeFormats } from "#lib/base/i18n/formats.ts";
import { locales } from "#lib/base/i18n/locales.ts";
import { timezones } from "#lib/base/time/zones.ts";
import { changeProfile } from "#lib/profile/commands.ts";
import { loadChosenLocale } from "#lib/profile/queries.ts";
import { profileChangeSchema } from "#lib/profile/schema.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Workspace } from "#tests/support/people.ts";

let workspace: Workspace;
let session: Session;

beforeAll(async () => {
  workspace = await createWorkspace();
});
beforeEach(async () => {
  session = await reloaded((await createMember(workspace, "viewer", "Vera Viewer")).userId);
});

async function reloaded(userId: string): Promise<Session> {
  return (await loadSession(userId)) as Session;
}

describe("a person's language", () => {
  test("is English until a browser has asked for another, and then the browser's", async () => {
    expect(session.locale).toBe("en");
    await noteBrowserLanguage(session, null);
    await noteBrowserLanguage(session, "ro");
    expect((await reloaded(session.userId)).locale).toBe("ro");
    await noteBrowserLanguage(session, "de");
    expect((await reloaded(session.userId)).locale).toBe("de");
  });

  test("is the chosen one, whatever the browser asks for, until the choice is taken back", async () => {
    await noteBrowserLanguage(session, "ro");
    await changeProfile(session, { locale: "zh" });
    expect(await loadChosenLocale(session)).toBe("zh");
    expect((await reloaded(session.userId)).locale).toBe("zh");
    await changeProfile(session, { locale: null });
    expect(await loadChosenLocale(session)).toBeNull();
    expect((await reloaded(session.userId)).locale).toBe("ro");
  });
});

test("a part of the profile is changed alone, and of the own profile only", async () => {
  const other = await createMember(workspace, "admin", "Ada Admin");
  await changeProfile(session, { timeFormat: "12h" });
  await changeProfile(session, { name: "Vera Vie", timezone: "America/Argentina/Buenos_Aires" });
  expect(await reloaded(session.userId)).toEqual({
    ...session,
    name: "Vera Vie",
    timezone: "America/Argentina/Buenos_Aires",
    timeFormat: "12h",
  });
  const { name, timeFormat } = await reloaded(other.userId);
  expect({ name, timeFormat }).toEqual({ name: "Ada Admin", timeFormat: "24h" });
});

describe("the database takes", () => {
  const write = (column: string, value: string) =>
    asPerson(session.userId, (query) =>
      query(`update users set ${column} = $1 where id = $2`, [value, session.userId]),
    );

  test("every language and clock that Astra knows", async () => {
    for (const locale of locales) {
      await write("locale", locale);
      await write("browser_locale", locale);
    }
    for (const timeFormat of timeFormats) await write("time_format", timeFormat);
  });

  test("and no others", async () => {
    for (const [column, value] of [
      ["locale", "pt"],
      ["browser_locale", "en-GB"],
      ["time_format", "25h"],
    ] as const)
      await expect(write(column, value), column).rejects.toThrow(`users_${column}_check`);
  });
});

describe("what a form may say", () => {
  const isTaken = (change: unknown) => profileChangeSchema.safeParse(change).success;

  test("is a name, a language, a clock, and any time zone that there is", () => {
    expect(timezones().length).toBeGreaterThan(400);
    expect(timezones().filter((timezone) => !isTaken({ timezone }))).toEqual([]);
    expect(isTaken({ locale: null, name: "Șerban", timeFormat: "language" })).toBe(true);
  });

  test.each([
    { timezone: "Europe/Atlantis" },
    { timezone: "" },
    { timezone: "A".repeat(500) },
    { locale: "pt" },
    { name: " " },
    { name: "x".repeat(81) },
    { timeFormat: "h23" },
  ])("and not %j", (change) => {
    expect(isTaken(change)).toBe(false);
  });
});

test("an account begins with no language of its own", async () => {
  expect(
    await asOwner("select locale, browser_locale, time_format from users where id = $1", [session.userId]),
  ).toEqual([{ locale: null, browser_locale: null, time_format: "24h" }]);
});
