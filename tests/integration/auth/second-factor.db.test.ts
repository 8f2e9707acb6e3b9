import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { codeOf } from "#scripts/stack/totp.ts";
import { type AuthFront, startAuthFront } from "#tests/support/auth-front.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
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

let front: AuthFront;
let modules: Awaited<ReturnType<typeof load>>;
let workspace: Workspace;
let person: Person;

async function load() {
  return {
    ...(await import("#lib/base/auth/sign-in.ts")),
    ...(await import("#lib/base/auth/session.ts")),
    ...(await import("#lib/base/auth/member-session.ts")),
    ...(await import("#lib/base/auth/token.ts")),
    ...(await import("#lib/base/auth/passwords.ts")),
    ...(await import("#lib/base/auth/own-sessions.ts")),
    ...(await import("#lib/base/auth/second-factor/code.ts")),
    ...(await import("#lib/base/auth/second-factor/enrolment.ts")),
    ...(await import("#lib/base/auth/second-factor/proof.ts")),
    ...(await import("#lib/base/auth/second-factor/queries.ts")),
    ...(await import("#lib/base/auth/second-factor/recovery-codes.ts")),
  };
}

beforeAll(async () => {
  front = await startAuthFront(ownAstra().env.SUPABASE_URL ?? "");
  process.env.SUPABASE_URL = front.url;
  modules = await load();
  workspace = await createWorkspace();
  return () => front.stop();
});
beforeEach(async () => {
  jar = new Map();
  person = await createMember(workspace, "admin");
});

/** Signs the person in with the password in a browser of its own, which asks from then on. */
async function signInAnew(): Promise<boolean> {
  jar = new Map();
  return (await modules.signIn(person, `address ${randomName()}`)).owesCode;
}

/** A second factor, set up in the browser that asks. */
async function setUp(): Promise<{ secret: string; codes: string[] }> {
  await signInAnew();
  const { factorId, secret } = await modules.beginEnrolment(await signedIn(), person.password);
  const codes = await modules.finishEnrolment(await signedIn(), {
    factorId,
    code: codeOf(secret, Date.now() - 30_000),
  });
  return { secret, codes };
}

/** What the browser that asks is known as. */
const known = () => modules.getKnownPerson();

async function signedIn(): Promise<Session> {
  const session = (await known())?.session;
  if (!session) throw new Error("Nobody is signed in.");
  return session;
}

/** What was said of an attempt: "right", or the key of the refusal. */
async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "right";
  } catch (error) {
    return (error as { key?: string }).key ?? String(error);
  }
}

/** A code that can't be right: not of any step that counts now. */
function wrongCode(secret: string, nth: number): string {
  const right = [-1, 0, 1].map((step) => codeOf(secret, Date.now() + step * 30_000));
  const wrong = String(100_000 + nth);
  return right.includes(wrong) ? "999999" : wrong;
}

describe("setting it up", () => {
  test("gives a key and a picture, counts with the first code, and gives ten recovery codes", async () => {
    expect(await signInAnew()).toBe(false);
    const { factorId, secret, qrCode } = await modules.beginEnrolment(await signedIn(), person.password);
    expect(qrCode.size).toBeGreaterThan(20);
    expect(await modules.loadSecondFactor(person)).toEqual({ isOn: false, recoveryCodes: 0 });
    const session = await signedIn();
    expect(session.aal).toBe("aal1");
    expect(await outcome(modules.finishEnrolment(session, { factorId, code: wrongCode(secret, 1) }))).toBe(
      "codeWrong",
    );
    const codes = await modules.finishEnrolment(session, { factorId, code: codeOf(secret) });
    expect(new Set(codes).size).toBe(10);
    expect(codes.filter((code) => /^([0-9a-z]{4}-){2}[0-9a-z]{4}$/.test(code))).toHaveLength(10);
    expect(await known()).toMatchObject({ owes: null, session: { aal: "aal2" } });
    expect(await modules.loadSecondFactor(person)).toEqual({ isOn: true, recoveryCodes: 10 });
    expect(await outcome(modules.beginEnrolment(await signedIn(), person.password))).toBe(
      "secondFactorThere",
    );
  });

  test("can be begun anew when it was never finished", async () => {
    await signInAnew();
    const first = await modules.beginEnrolment(await signedIn(), person.password);
    const second = await modules.beginEnrolment(await signedIn(), person.password);
    expect(second.secret).not.toBe(first.secret);
    expect(await asOwner("select id from auth.mfa_factors where user_id = $1", [person.userId])).toEqual([
      { id: second.factorId },
    ]);
  });

  test("ends the person's other sessions, which gave no code", async () => {
    await signInAnew();
    const elsewhere = jar;
    await setUp();
    jar = elsewhere;
    expect(await known()).toBeNull();
  });
});

describe("signing in", () => {
  test("asks for a code after the password, and lets nobody in before it", async () => {
    const { secret } = await setUp();
    expect(await signInAnew()).toBe(true);
    expect(await known()).toMatchObject({ owes: "code", session: { aal: "aal1" } });
    expect(await modules.getSession()).toBeNull();
    const token = await modules.getToken();
    expect(token && (await modules.reloadSession(token))).toBeNull();
    await modules.giveCode(person.userId, codeOf(secret));
    expect(await known()).toMatchObject({ owes: null, session: { aal: "aal2" } });
  });

  test("takes a code of a clock that is half a minute off, and no older one", async () => {
    const { secret } = await setUp();
    await signInAnew();
    expect(await outcome(modules.giveCode(person.userId, codeOf(secret, Date.now() - 90_000)))).toBe(
      "codeWrong",
    );
    expect(await outcome(modules.giveCode(person.userId, codeOf(secret, Date.now() + 30_000)))).toBe("right");
  });

  test("takes no code twice, even of two browsers at once", async () => {
    const { secret } = await setUp();
    const code = codeOf(secret);
    await signInAnew();
    const answers = await Promise.all([1, 2].map(() => outcome(modules.giveCode(person.userId, code))));
    expect(answers.toSorted()).toEqual(["codeUsed", "right"]);
    await signInAnew();
    expect(await outcome(modules.giveCode(person.userId, code))).toBe("codeUsed");
  });

  test("counts wrong codes for the account, from wherever they come", { timeout: 30_000 }, async () => {
    const { secret, codes } = await setUp();
    await signInAnew();
    const answers: string[] = [];
    for (let nth = 0; nth < 9; nth += 1)
      answers.push(await outcome(modules.giveCode(person.userId, wrongCode(secret, nth))));
    expect(answers).toEqual([...Array.from({ length: 8 }, () => "codeWrong"), "tooManyAttempts"]);
    await signInAnew();
    expect(await outcome(modules.giveCode(person.userId, codeOf(secret)))).toBe("tooManyAttempts");
    expect(await outcome(recover(codes[0]))).toBe("right");
    const other = await createMember(workspace, "seller");
    person = other;
    await setUp();
    expect((await known())?.owes).toBeNull();
  });

  test("counts nothing while the auth server is away", async () => {
    const { secret } = await setUp();
    await signInAnew();
    const code = codeOf(secret);
    front.goAway("gone");
    for (let time = 0; time < 9; time += 1)
      expect(await outcome(modules.giveCode(person.userId, code))).toBe("authServerAway");
    front.comeBack();
    expect(await outcome(modules.giveCode(person.userId, code))).toBe("right");
  });
});

/** Gives a recovery code as the form would have it. */
async function recover(code = ""): Promise<void> {
  const token = await modules.getToken();
  if (token) await modules.giveRecoveryCode(token, code.replaceAll("-", ""), "192.0.2.1");
}

describe("who lost the phone", () => {
  test("signs in with a recovery code, each of them once", async () => {
    const { codes } = await setUp();
    await signInAnew();
    await recover(codes[0]);
    expect(await known()).toMatchObject({ owes: null, session: { aal: "aal2" } });
    expect(await modules.loadSecondFactor(person)).toEqual({ isOn: true, recoveryCodes: 9 });
    await signInAnew();
    expect(await outcome(recover(codes[0]))).toBe("recoveryCodeWrong");
    expect((await known())?.owes).toBe("code");
    expect(await outcome(recover(codes[1]))).toBe("right");
  });

  test("takes the factor away, sets another up, and changes the password", async () => {
    const { codes } = await setUp();
    await signInAnew();
    await recover(codes[0]);
    const session = await signedIn();
    await modules.setPassword(session, { present: person.password, password: "another long sentence" });
    person = { ...person, password: "another long sentence" };
    await modules.removeSecondFactor(session);
    expect(await modules.loadSecondFactor(person)).toEqual({ isOn: false, recoveryCodes: 0 });
    await setUp();
    expect((await known())?.session.aal).toBe("aal2");
  });

  test("has codes of which no row tells what they are", async () => {
    const { codes } = await setUp();
    const rows = await asOwner<{ code_hash: string }>(
      "select code_hash from recovery_codes where user_id = $1",
      [person.userId],
    );
    expect(rows).toHaveLength(10);
    for (const { code_hash } of rows) expect(codes.some((code) => code_hash.includes(code))).toBe(false);
  });
});

test("who is proven otherwise than by a browser, such as by a linked chat, is asked for no code", async () => {
  await setUp();
  const session = await modules.memberSession(person.userId, workspace.id);
  expect(session).toMatchObject({ userId: person.userId, aal: "aal2" });
});

describe("proving it once more", () => {
  test("takes the password or a code, and nothing else", async () => {
    const { secret } = await setUp();
    const session = await signedIn();
    expect(await outcome(modules.proveAgain(session, person.password))).toBe("right");
    expect(await outcome(modules.proveAgain(session, "not the password"))).toBe("proofWrong");
    expect(await outcome(modules.proveAgain(session, wrongCode(secret, 5)))).toBe("codeWrong");
    expect(await outcome(modules.proveAgain(session, codeOf(secret)))).toBe("right");
  });

  test("new recovery codes end the old ones", async () => {
    const { codes } = await setUp();
    const session = await signedIn();
    const fresh = await modules.replaceRecoveryCodes(session, "recoveryCodesReplaced");
    await signInAnew();
    expect(await outcome(recover(codes[0]))).toBe("recoveryCodeWrong");
    expect(await outcome(recover(fresh[0]))).toBe("right");
  });
});

describe("a workspace that wants it of its admins", () => {
  const require = (isRequired: boolean) =>
    asOwner("update workspaces set second_factor_for_admins = $2 where id = $1", [workspace.id, isRequired]);

  beforeEach(async () => {
    workspace = await createWorkspace();
    person = await createMember(workspace, "admin");
  });

  test("lets no admin without it do anything else, in sessions that are open and by a linked chat too", async () => {
    await signInAnew();
    expect(await known()).toMatchObject({ owes: null });
    await require(true);
    expect(await known()).toMatchObject({ owes: "enrolment" });
    expect(await modules.getSession()).toBeNull();
    expect(await modules.memberSession(person.userId, workspace.id)).toBeNull();
    await require(false);
    expect(await known()).toMatchObject({ owes: null });
  });

  test("lets the admin on who sets it up, and asks for it again of one who takes it away", async () => {
    await require(true);
    await setUp();
    const person = await known();
    expect(await modules.memberSession(person?.session.userId ?? "", workspace.id)).not.toBeNull();
    expect(person).toMatchObject({ owes: null, session: { aal: "aal2" } });
    if (person) await modules.removeSecondFactor(person.session);
    expect(await known()).toMatchObject({ owes: "enrolment" });
  });
});
