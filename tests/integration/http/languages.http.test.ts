import { beforeAll, describe, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Person, sessionCookies } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";

let person: Person;
let cookie: string;

beforeAll(async () => {
  person = await createMember(await createWorkspace(), "admin", "Lea Languages");
  cookie = await sessionCookies(person);
});

function open(path: string, headers: Record<string, string>) {
  return rawRequest(`${ownAstra().appUrl}${path}`, { headers });
}

describe("a stranger is spoken to", () => {
  test.each([
    ["de-AT,de;q=0.9,en;q=0.5", "de", "Anmelden"],
    ["fr", "fr", "Se connecter"],
    ["ja", "en", "Sign in"],
  ])("in what the browser asks for: %s", async (language, locale, word) => {
    const { text } = await open("/login", { "accept-language": language });
    expect(text).toMatch(new RegExp(`<html[^>]* lang="${locale}" dir="ltr"`));
    expect(text).toContain(word);
    // Of one language only.
    if (locale !== "en") expect(text).not.toContain("Accounts are made by your admin");
  });

  test("also where Astra does not answer under a name", async () => {
    const { text, status } = await open("/login", { host: "evil.example", "accept-language": "de" });
    expect(status).toBe(421);
    expect(text).not.toContain("Astra does not answer under this name");
  });
});

describe("a member is spoken to", () => {
  test("in what the browser asks for, and in the chosen language whatever it asks for", async () => {
    const headings = async () => {
      const page = await open("/customers", { cookie, "accept-language": "es-MX" });
      const file = await open("/customers/export?columns=phone", { cookie, "accept-language": "es-MX" });
      return [/<html[^>]* lang="(\w+)"/.exec(page.text)?.[1], file.text.trim()];
    };
    const [, spanish] = await headings();
    expect(await headings()).toEqual(["es", expect.stringContaining("Tel")]);
    await asOwner("update users set locale = 'zh' where id = $1", [person.userId]);
    const [locale, chinese] = await headings();
    expect(locale).toBe("zh");
    expect(chinese).not.toBe(spanish);
  });
});
