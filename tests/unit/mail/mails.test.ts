import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { locales } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import type { composeMail as ComposeMail } from "#lib/mail/compose.ts";
import type { OutgoingMail } from "#lib/mail/model.ts";
import { type MailName, mailTemplates } from "#lib/mail/templates.ts";
import { samples } from "./samples.ts";

const id = "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10";
const names = Object.keys(mailTemplates) as MailName[];

let composeMail: typeof ComposeMail;

beforeAll(async () => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://astra_app@127.0.0.1:5432/postgres");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  vi.stubEnv("APP_URL", "https://astra.example.com");
  vi.stubEnv("ASTRA_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));
  vi.stubEnv("MAIL_FROM", "Astra of Lumea <astra@lumea.example>");
  ({ composeMail } = await import("#lib/mail/compose.ts"));
  return () => vi.unstubAllEnvs();
});

function write(
  template: MailName,
  data: unknown = samples[template],
  locale: (typeof locales)[number] = "en",
) {
  return composeMail({ id, to: "nina@example.com", locale, template, data });
}

describe.each(names)("the mail %s", (name) => {
  // A message that is missing or lacks an argument is told there.
  beforeEach(() => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    return () => told.mockRestore();
  });

  test.each(locales)("says all that it has to in %s", async (locale) => {
    if (!("mails" in (await loadMessages(locale)))) return;
    const mail = await write(name, samples[name], locale);
    expect(console.error).not.toHaveBeenCalled();
    expect(mail.html).toContain(`<html lang="${locale}" dir="ltr">`);
    for (const part of [mail.subject, mail.text, mail.html.replace(/<style>.*<\/style>/s, "")])
      expect(part).not.toMatch(/mails\.|undefined|NaN|Invalid|[{}]/);
  });

  test("has the same in plain text as in HTML, with every address in full", async () => {
    const mail = await write(name);
    const { link } = samples[name];
    expect(mail.text).toContain(`\n${link}\n`);
    expect(mail.html).toContain(`href="${escaped(link)}"`);
    for (const paragraph of paragraphsOf(mail)) expect(mail.text.replaceAll("\n", " ")).toContain(paragraph);
  });

  test("fetches nothing from anywhere, and runs nothing", async () => {
    const { html } = await write(name);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|svg|form)\b|url\(|@import|\bsrc=|\bon\w+=/i);
    for (const [, address] of html.matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/astra\.example\.com\//);
  });
});

function paragraphsOf({ html }: OutgoingMail): string[] {
  return [...html.matchAll(/<(?:p class="text"|h1)[^>]*>(.*?)<\/(?:p|h1)>/gs)].map(([, text = ""]) =>
    text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;");
}

describe("what somebody is called", () => {
  const evil = {
    name: '<b onclick="x()">Nina</b>',
    inviterName: "Ada\r\nBcc: all@example.com",
    workspaceName: "https://evil.example/now",
    link: samples.invitation.link,
  };

  test("is text in HTML", async () => {
    const { html } = await write("invitation", evil);
    expect(html).not.toContain("<b ");
    expect(html).toContain("&lt;b onclick=&quot;x()&quot;&gt;Nina&lt;/b&gt;");
  });

  test("ends no header and turns no direction in a subject, which has an end", async () => {
    const workspaceName = `\u202e${"x".repeat(300)}\u0000`;
    const { subject } = await write("invitation", { ...evil, workspaceName });
    expect(subject).toMatch(/^Ada Bcc: /);
    expect(subject).not.toMatch(/[\p{Cc}\u202e]/u);
    expect([...subject].length).toBe(150);
  });

  test("is no link in the mail of somebody else", async () => {
    const { html, text, subject } = await write("invitation", evil);
    for (const part of [html, text, subject]) expect(part).not.toContain("evil.example");
    // It reads as it was written.
    expect(text.replaceAll("\u2060", "")).toContain("evil.example");
  });
});

test("says who it is from, and that no machine need answer", async () => {
  const { from, headers } = await write("invitation");
  expect(from).toEqual({ name: "Astra of Lumea", address: "astra@lumea.example" });
  expect(headers).toEqual({ "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" });
});

test("only what comes every day says how to do without, by one press", async () => {
  const { headers, html, text } = await write("daySummary");
  const { unsubscribe } = samples.daySummary;
  expect(headers["List-Unsubscribe"]).toBe(`<${unsubscribe}>`);
  expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  expect(html).toContain(`href="${unsubscribe}"`);
  expect(text).toContain(`No more summaries by mail: ${unsubscribe}`);
});

test("writes figures and times in the person's language, zone and clock", async () => {
  const { text } = await write("daySummary");
  expect(text).toContain("Leads: 1,234 (day before: 31)");
  expect(text).toContain("Worth of orders: RON 4,210.50".replace(" 4", "\u00a04"));
  expect(text).toContain("Products run low: more than 1,000");
  expect((await write("newDevice")).text).toContain("Monday, November 30, 2026 at 19:05");
});

test("refuses to write what it was not told", async () => {
  await expect(write("invitation", { name: "Nina" })).rejects.toThrow();
  await expect(write("invitation", { ...samples.invitation, link: "javascript" })).rejects.toThrow();
});
