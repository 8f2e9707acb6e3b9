import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { codeOf } from "#scripts/stack/totp.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";

/** The cookies of the browser that asks. */
let jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  }),
  headers: async () => new Headers(),
}));

let modules: Awaited<ReturnType<typeof load>>;
let workspace: Workspace;
let person: Person;

async function load() {
  return {
    ...(await import("#lib/base/auth/sign-in.ts")),
    ...(await import("#lib/base/auth/session.ts")),
    ...(await import("#lib/base/auth/token.ts")),
    ...(await import("#lib/base/auth/passwords.ts")),
    ...(await import("#lib/base/auth/recovery.ts")),
    ...(await import("#lib/base/auth/second-factor/enrolment.ts")),
    ...(await import("#lib/base/auth/second-factor/recovery-codes.ts")),
    ...(await import("#lib/base/auth/account-change.ts")),
    ...(await import("#lib/base/db/access.ts")),
    ...(await import("#lib/profile/account-change.ts")),
  };
}

beforeAll(async () => {
  modules = await load();
  workspace = await createWorkspace();
});
beforeEach(async () => {
  jar = new Map();
  person = await createMember(workspace, "admin");
});

/** Signs the person in with the password in a browser of its own, which asks from then on. */
async function signInAnew(): Promise<void> {
  jar = new Map();
  await modules.signIn(person, `address ${randomName()}`);
}

async function signedIn(): Promise<Session> {
  const session = (await modules.getKnownPerson())?.session;
  if (!session) throw new Error("Nobody is signed in.");
  return session;
}

/** A second factor, set up in the browser that asks; answers the recovery codes. */
async function setUp(): Promise<string[]> {
  await signInAnew();
  const { factorId, secret } = await modules.beginEnrolment(await signedIn(), person.password);
  return modules.finishEnrolment(await signedIn(), { factorId, code: codeOf(secret) });
}

/** What the worker is to tell the person of, of how the account is kept. */
async function changesTold(): Promise<string[]> {
  const rows = await asOwner<{ change: string }>(
    `select payload->>'change' as change from graphile_worker._private_jobs
     where payload->>'userId' = $1 and payload->>'change' is not null order by id`,
    [person.userId],
  );
  return rows.map(({ change }) => change);
}

describe("the person is told by mail", () => {
  test("of the second factor that is turned on and off, and of new recovery codes", async () => {
    await setUp();
    const session = await signedIn();
    expect(await changesTold()).toEqual(["secondFactorOn"]);
    await modules.replaceRecoveryCodes(session, "recoveryCodesReplaced");
    await modules.removeSecondFactor(session);
    expect(await changesTold()).toEqual(["secondFactorOn", "recoveryCodesReplaced", "secondFactorOff"]);
  });

  test("at the own address, once, and nobody has another person told", async () => {
    const at = new Date().toISOString();
    const change = modules.accountChangeSchema.parse({
      userId: person.userId,
      change: "chatLinked",
      address: null,
      at,
    });
    await modules.tellAccountChange(change);
    await modules.tellAccountChange(change);
    expect(await asOwner("select template from mails where user_id = $1", [person.userId])).toEqual([
      { template: "accountChange" },
    ]);
    const other = await createMember(workspace, "seller");
    await expect(
      modules.forUser(person, (tx) => modules.noteAccountChange(tx, other.userId, "chatLinked")),
    ).rejects.toThrow();
  });
});

test("a second factor is not begun without the password", async () => {
  await signInAnew();
  const session = await signedIn();
  await expect(modules.beginEnrolment(session, "not the password")).rejects.toMatchObject({
    key: "proofWrong",
  });
  expect(await asOwner("select id from auth.mfa_factors where user_id = $1", [person.userId])).toEqual([]);
  await modules.beginEnrolment(session, person.password);
});

test("a new password by the link of a mail unlinks the person's chat, and one by the present password does not", async () => {
  const chat = () =>
    asOwner<{ id: string | null }>("select telegram_chat_id as id from user_settings where user_id = $1", [
      person.userId,
    ]);
  await asOwner("insert into user_settings (user_id, telegram_chat_id) values ($1, 4711)", [person.userId]);
  await signInAnew();
  await modules.setPassword(await signedIn(), {
    present: person.password,
    password: "another long sentence",
  });
  expect((await chat())[0]?.id).not.toBeNull();
  const token = await modules.getToken();
  if (token) await modules.noteRecovery(token.sessionId);
  await modules.setPassword(await signedIn(), { password: "yet another long sentence" });
  expect(await chat()).toEqual([{ id: null }]);
});

test("who guesses recovery codes shuts nobody out elsewhere", { timeout: 30_000 }, async () => {
  const [code = ""] = await setUp();
  await signInAnew();
  const token = await modules.getToken();
  if (!token) throw new Error("Nobody is signed in.");
  const give = (given: string, address: string) =>
    modules.giveRecoveryCode(token, given.replaceAll("-", ""), address);
  for (let nth = 0; nth < 8; nth += 1)
    await expect(give(`00000000000${nth}`, "198.51.100.7")).rejects.toMatchObject({
      key: "recoveryCodeWrong",
    });
  await expect(give(code, "198.51.100.7")).rejects.toMatchObject({ key: "tooManyAttempts" });
  await give(code, "192.0.2.1");
});
