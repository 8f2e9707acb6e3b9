import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OutgoingMail } from "#lib/mail/model.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "astra-mails-"));
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.stubEnv("DATABASE_URL", "postgresql://astra_app@127.0.0.1:5432/postgres");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  vi.stubEnv("APP_URL", "http://127.0.0.1:3000");
  vi.stubEnv("ASTRA_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));
  vi.stubEnv("MAILS_DIR", folder);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

function mail(subject: string): OutgoingMail {
  const id = crypto.randomUUID();
  const from = { name: "Astra", address: "astra@example.com" };
  return { id, from, to: "nina@example.com", subject, html: "<head>", text: "", headers: {} };
}

async function keep(...subjects: string[]): Promise<void> {
  const { mailTransport } = await import("#lib/mail/transport.ts");
  for (const subject of subjects) {
    await mailTransport()?.send(mail(subject));
    vi.advanceTimersByTime(1);
  }
}

async function goes(headers: Record<string, string> = {}) {
  const { mailsGo } = await import("#lib/mail/kept.ts");
  return mailsGo(new Headers({ "x-astra-peer": "127.0.0.1", ...headers }));
}

async function see(headers: Record<string, string> = {}) {
  const { loadKeptMails } = await import("#lib/mail/kept.ts");
  return loadKeptMails(new Headers({ "x-astra-peer": "127.0.0.1", ...headers }));
}

describe("kept mails", () => {
  test("are listed, the newest first, and are the account's of the machine alone", async () => {
    expect(await see()).toEqual([]);
    await keep("first", "second");
    expect((await see())?.map(({ subject }) => subject)).toEqual(["second", "first"]);
    const [name = ""] = await readdir(folder);
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  });

  test("are at most 200", async () => {
    await keep(...Array.from({ length: 203 }, (_, index) => `${index}`));
    const kept = await see();
    expect(kept?.length).toBe(200);
    expect(kept?.[0]?.subject).toBe("202");
  });
});

describe("pages say that mails", () => {
  test("are kept here, to whoever sits at the machine", async () => {
    expect(await goes()).toBe("here");
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["who comes from another machine", {}, { "x-astra-peer": "192.0.2.1" }],
    ["who comes through a tunnel", {}, { "x-forwarded-for": "192.0.2.1" }],
    ["who opens Astra by another address", { APP_URL: "https://astra.example.com" }, {}],
  ])("are kept elsewhere, to %s", async (_case, environment, headers) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(await goes(headers)).toBe("elsewhere");
  });

  test.each([
    ["out", "a mail server", { SMTP_URL: "smtps://mail.example.com" }],
    ["out", "a provider", { RESEND_API_KEY: "re_123" }],
    ["nowhere", "neither, nor a folder", { MAILS_DIR: "" }],
  ])("go %s where there is %s", async (where, _case, environment) => {
    vi.stubEnv("MAIL_FROM", "astra@example.com");
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(await goes()).toBe(where);
  });
});

describe("nobody sees kept mails", () => {
  test.each([
    ["where mails are sent by a mail server", { SMTP_URL: "smtps://mail.example.com" }],
    ["where mails are sent by a provider", { RESEND_API_KEY: "re_123" }],
    ["where mails are not set up", { MAILS_DIR: "" }],
    ["where people open Astra by another address", { APP_URL: "https://astra.example.com" }],
  ])("%s", async (_case, environment) => {
    vi.stubEnv("MAIL_FROM", "astra@example.com");
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(await see()).toBeNull();
  });

  test.each<[string, Record<string, string>]>([
    ["who comes from another machine", { "x-astra-peer": "192.0.2.1" }],
    ["whose machine nobody knows", { "x-astra-peer": "" }],
    ["who comes through a tunnel", { "x-forwarded-for": "192.0.2.1" }],
    ["who says to come from here", { "x-forwarded-for": "127.0.0.1, 192.0.2.1" }],
  ])("%s", async (_case, headers) => {
    expect(await see(headers)).toBeNull();
  });

  test("but whoever sits at the machine", async () => {
    expect(await see({ "x-forwarded-for": "::1" })).toEqual([]);
    expect(await see({ "x-astra-peer": "::ffff:127.0.0.1" })).toEqual([]);
  });
});
