import { beforeAll, describe, expect } from "vitest";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, reload, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, sessionCookies, type Workspace } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";

const firefoxOnLinux = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
});

describe("in the profile, which the person's menu leads to,", () => {
  test("a language is chosen, spoken at once, and given back to the browser", async ({ visit }) => {
    const person = await createMember(workspace, "viewer", "Vera Viewer");
    const page = await visit("/customers", { as: person });
    await page.getByRole("button", { name: "Vera Viewer" }).click();
    await page.getByRole("menuitem", { name: "Profile" }).click();
    await page.getByRole("heading", { name: "Profile", level: 1 }).waitFor();
    await expectAccessible(page, "the profile");

    await page.getByRole("combobox", { name: "Language" }).click();
    await page.getByRole("option", { name: "As my browser (English)" }).waitFor();
    await page.getByRole("option", { name: "Deutsch" }).click();
    await page.getByText("Gespeichert.").waitFor();
    await page.getByRole("heading", { name: "Profil", exact: true, level: 1 }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
    expect(await page.getByRole("combobox", { name: "Sprache" }).textContent()).toBe("Deutsch");
    await page.getByRole("link", { name: "Kunden" }).click();
    await page.getByRole("heading", { name: "Kunden", level: 1 }).waitFor();

    await go(page, "/settings/profile");
    await page.getByRole("combobox", { name: "Sprache" }).click();
    await page.getByRole("option", { name: "Wie mein Browser (English)" }).click();
    await page.getByText("Saved.").waitFor();
    await page.getByRole("heading", { name: "Profile", level: 1 }).waitFor();
    expect(await asOwner("select locale, browser_locale from users where id = $1", [person.userId])).toEqual([
      { locale: null, browser_locale: "en" },
    ]);
  });

  test("a browser that asks for another language is heard as long as none was chosen", async ({ visit }) => {
    const person = await createMember(workspace, "viewer", "Radu Roman");
    const page = await visit("/settings/profile", { as: person, locale: "ro-RO" });
    await page.getByRole("heading", { name: "Profil", exact: true, level: 1 }).waitFor();
    expect(await page.getByRole("combobox", { name: "Limbă" }).textContent()).toBe("Ca în browser (Română)");
  });

  test("it is kept at the sign-in, for what is written to the person later", async ({ visit }) => {
    const person = await createMember(workspace, "viewer", "Rada Romana");
    const { auth } = await loadMessages("ro");
    const page = await visit("/login", { locale: "ro-RO" });
    await page.getByLabel(auth.email).fill(person.email);
    await page.getByLabel(auth.password, { exact: true }).fill(person.password);
    await page.getByRole("button", { name: auth.signIn }).click();
    await page.getByRole("button", { name: "Rada Romana" }).waitFor();
    expect(await asOwner("select locale, browser_locale from users where id = $1", [person.userId])).toEqual([
      { locale: null, browser_locale: "ro" },
    ]);
  });

  test("the name is changed, and stands in the menu", async ({ visit }) => {
    const person = await createMember(workspace, "manager", "Mia Before");
    const page = await visit("/settings/profile", { as: person });
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill(" ");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Enter a name.").waitFor();
    await name.fill("Mia After");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await page.getByRole("button", { name: "Mia After" }).waitFor();
  });

  test("a time zone is found by typing, and a clock chosen", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Tia Times");
    const page = await visit("/settings/profile", { as: person });
    const zone = page.getByRole("combobox", { name: "Time zone" });
    expect(await zone.textContent()).toBe("UTC");
    await page.getByRole("button", { name: "Use America / New York" }).waitFor();
    await zone.click();
    await page.getByPlaceholder("Search a city or region").fill("buenos");
    await expectAccessible(page, "the list of time zones");
    await page.keyboard.press("Enter");
    await page.getByText("Saved.").waitFor();
    expect(await zone.textContent()).toBe("America / Argentina / Buenos Aires");

    const clock = page.getByRole("combobox", { name: "Time format" });
    await clock.click();
    await page.getByRole("option", { name: /^12 hours \(\d{1,2}:\d\d [AP]M\)$/ }).click();
    await page.getByText(/It is \d{1,2}:\d\d [AP]M now/).waitFor();
    await reload(page);
    expect(await clock.textContent()).toMatch(/^12 hours/);
    expect(await asOwner("select timezone, time_format from users where id = $1", [person.userId])).toEqual([
      { timezone: "America/Argentina/Buenos_Aires", time_format: "12h" },
    ]);
  });

  test("the theme is chosen", async ({ visit }) => {
    const person = await createMember(workspace, "viewer", "Theo Theme");
    const page = await visit("/settings/profile", { as: person });
    expect(await page.getByRole("radio", { name: /^Light/ }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: /^Dark/ }).click();
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
  });
});

describe("of other browsers in which one is signed in", () => {
  test("one is signed out, and then all others", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Sue Sessions");
    const elsewhere = await Promise.all([sessionCookies(person), sessionCookies(person)]);
    const answerTo = async (cookie = "") => {
      const headers = { cookie, "user-agent": firefoxOnLinux };
      const { status, headers: answered } = await rawRequest(`${ownAstra().appUrl}/customers`, { headers });
      return status === 200 ? "the page" : (answered.location ?? status);
    };
    expect(await answerTo(elsewhere[0])).toBe("the page");

    const page = await visit("/settings/profile", { as: person });
    const rows = page.getByRole("list", { name: "Where you are signed in" }).getByRole("listitem");
    await rows.filter({ hasText: "Chrome on Linux" }).getByText("This browser").waitFor();
    expect(await rows.count()).toBe(3);
    const firefox = rows.filter({ hasText: "Firefox on Linux" });
    await firefox.getByText("127.0.0.1").waitFor();
    await firefox.getByRole("button", { name: "Sign out: Firefox on Linux" }).click();
    await page.getByText("It is signed out.").waitFor();
    await firefox.waitFor({ state: "detached" });
    expect(await answerTo(elsewhere[0])).toContain("/login");

    expect(await answerTo(elsewhere[1])).toBe("the page");
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    const question = page.getByRole("alertdialog");
    await expectAccessible(page, "the question whether to sign out everywhere else");
    await question.getByRole("button", { name: "Sign out everywhere else" }).click();
    await page.getByText("You are signed in here only.").waitFor();
    expect(await answerTo(elsewhere[1])).toContain("/login");
    await reload(page);
    expect(await rows.count()).toBe(1);
  });
});
