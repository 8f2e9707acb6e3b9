import { beforeEach, expect, test, vi } from "vitest";
import { noteBrowser } from "#lib/base/auth/known-browser.ts";
import { newBrowserSchema, tellNewBrowser } from "#lib/profile/new-browser.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";

/** The cookies of the browser that asks. */
let jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

const client = { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Firefox/132.0", address: "192.0.2.1" };

let person: Person;

beforeEach(async () => {
  jar = new Map();
  person = await createMember(await createWorkspace(), "seller", "Nia New");
});

/** What the worker is to tell of, of this person. */
async function told(): Promise<unknown[]> {
  const rows = await asOwner<{ payload: unknown }>(
    `delete from graphile_worker._private_jobs where payload->>'userId' = $1 returning payload`,
    [person.userId],
  );
  return rows.map(({ payload }) => payload);
}

test("the first browser of an account is nothing to tell of, and neither is one that is known", async () => {
  await noteBrowser(person, client);
  await noteBrowser(person, { ...client, address: "198.51.100.7" });
  expect(await told()).toEqual([]);
});

test("another one is told of, once, with the browser and the network address", async () => {
  await noteBrowser(person, client);
  const home = jar;
  jar = new Map();
  await noteBrowser(person, { ...client, address: "198.51.100.7" });
  await noteBrowser(person, { ...client, address: "198.51.100.8" });
  jar = home;
  await noteBrowser(person, client);
  expect(await told()).toEqual([
    {
      userId: person.userId,
      userAgent: client.userAgent,
      address: "198.51.100.7",
      at: expect.any(String),
    },
  ]);
});

test("a browser that two people sign in with is known to each by itself, under another hash", async () => {
  const colleague = await createMember(await createWorkspace(), "seller");
  await noteBrowser(person, client);
  await noteBrowser(colleague, client);
  const hashes = await asOwner("select distinct token_hash from known_browsers where user_id = any ($1)", [
    [person.userId, colleague.userId],
  ]);
  expect(hashes).toHaveLength(2);
  expect(hashes.map(({ token_hash }) => token_hash)).not.toContain(jar.get("astra-browser"));
});

test("a cookie that Astra did not set is replaced", async () => {
  jar.set("astra-browser", "anything'; drop table users");
  await noteBrowser(person, client);
  expect(jar.get("astra-browser")).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("the mail goes to the person's address, in the person's language", async () => {
  await asOwner("update users set locale = 'de' where id = $1", [person.userId]);
  const signIn = newBrowserSchema.parse({ userId: person.userId, ...client, at: new Date().toISOString() });
  await tellNewBrowser(signIn);
  await tellNewBrowser(signIn);
  expect(await asOwner("select template, locale from mails where user_id = $1", [person.userId])).toEqual([
    { template: "newDevice", locale: "de" },
  ]);
});

test("a browser that nobody has signed in with for a year is forgotten", async () => {
  await noteBrowser(person, client);
  await asOwner("update known_browsers set seen_at = now() - interval '366 days' where user_id = $1", [
    person.userId,
  ]);
  await cleanUp();
  expect(await asOwner("select from known_browsers where user_id = $1", [person.userId])).toEqual([]);
});
