import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { unseal } from "#lib/base/secrets/seal.ts";
import { boundTo } from "#lib/mail/queue.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import {
  createAccount,
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [], get: () => undefined }),
  headers: async () => new Headers(),
}));

const { beginEmailChange, cancelEmailChange, confirmEmailChange, findEmailChange, loadEmailChange } =
  await import("#lib/profile/email-change.ts");

let workspace: Workspace;
let person: Person;
let session: Session;
let email: string;

beforeAll(async () => {
  workspace = await createWorkspace();
});
beforeEach(async () => {
  person = await createMember(workspace, "seller", "Cora Change");
  session = (await loadSession(person.userId)) as Session;
  email = `${randomName()}@example.com`;
});

interface Mailed {
  to: string;
  token: string;
}

/** What the newest mails of the person hold: to the present address and to the new one. */
async function mailed(): Promise<{ old: Mailed; new: Mailed }> {
  const rows = await asOwner<{ id: string; sealed: string }>(
    "select id, sealed from mails where user_id = $1 and template = 'emailChange' order by created_at desc, id limit 2",
    [person.userId],
  );
  const read = rows.map(({ id, sealed }) => JSON.parse(unseal(sealed, boundTo(id, "emailChange"))));
  const of = (side: string): Mailed => {
    const { to, data } = read.find((mail) => mail.data.side === side) ?? {
      to: "",
      data: { link: "http://none" },
    };
    return { to, token: new URL(data.link).searchParams.get("token") ?? "" };
  };
  return { old: of("old"), new: of("new") };
}

const begin = (proof = person.password) => beginEmailChange(session, { email, proof });
const confirm = (token: string) => confirmEmailChange(token, `address ${randomName()}`);

/** What was said of an attempt: "done", or the key of the refusal. */
async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    return (error as { key?: string }).key ?? String(error);
  }
}

async function addressOf(userId: string) {
  const [row] = await asOwner(
    `select account.email as account, person.email as person from auth.users account
     join users person on person.id = account.id where account.id = $1`,
    [userId],
  );
  return row;
}

describe("an address", () => {
  test("is changed once both have confirmed it, in whatever order", async () => {
    for (const order of [["old", "new"] as const, ["new", "old"] as const]) {
      email = `${randomName()}@example.com`;
      session = (await loadSession(person.userId)) as Session;
      await begin();
      const links = await mailed();
      expect([links.old.to, links.new.to]).toEqual([session.email, email]);
      expect(await confirm(links[order[0]].token)).toBe(false);
      expect(await addressOf(person.userId)).toEqual({ account: session.email, person: session.email });
      expect(await loadEmailChange(session)).toEqual({
        newEmail: email,
        oldConfirmed: order[0] === "old",
        newConfirmed: order[0] === "new",
      });
      expect(await confirm(links[order[1]].token)).toBe(true);
      expect(await addressOf(person.userId)).toEqual({ account: email, person: email });
      expect(await loadEmailChange(session)).toBeNull();
      expect(await outcome(confirm(links.old.token))).toBe("emailChangeGone");
    }
  });

  test("is not changed by one link followed twice, nor by opening them", async () => {
    await begin();
    const links = await mailed();
    for (const { token } of [links.old, links.new])
      expect(await findEmailChange(token)).toEqual({
        oldEmail: person.email,
        newEmail: email,
        isConfirmed: false,
      });
    expect(await confirm(links.new.token)).toBe(false);
    expect(await confirm(links.new.token)).toBe(false);
    expect(await findEmailChange(links.new.token)).toMatchObject({ isConfirmed: true });
    expect(await addressOf(person.userId)).toEqual({ account: person.email, person: person.email });
  });

  test("wants the password, and another address than the present one", async () => {
    expect(await outcome(begin("not the password"))).toBe("proofWrong");
    email = person.email;
    expect(await outcome(begin())).toBe("sameEmail");
    expect(await loadEmailChange(session)).toBeNull();
  });

  test("that somebody else has is not told to be so, and stays theirs", async () => {
    const other = await createAccount();
    ({ email } = other);
    await begin();
    const links = await mailed();
    expect(links.new.to).toBe(other.email);
    expect(await confirm(links.old.token)).toBe(false);
    expect(await outcome(confirm(links.new.token))).toBe("emailTaken");
    expect(await addressOf(person.userId)).toEqual({ account: person.email, person: person.email });
    expect(await outcome(confirm(links.new.token))).toBe("emailChangeGone");
  });
});

describe("the links", () => {
  test("open for an hour", async () => {
    await begin();
    const links = await mailed();
    await asOwner("update email_changes set created_at = now() - interval '61 minutes' where user_id = $1", [
      person.userId,
    ]);
    expect(await findEmailChange(links.old.token)).toBeNull();
    expect(await outcome(confirm(links.old.token))).toBe("emailChangeGone");
    expect(await loadEmailChange(session)).toBeNull();
  });

  test("are replaced by those of another change, and open nothing once it was taken back", async () => {
    await begin();
    const first = await mailed();
    await begin();
    const second = await mailed();
    expect(await findEmailChange(first.new.token)).toBeNull();
    expect(await findEmailChange(second.new.token)).not.toBeNull();
    await cancelEmailChange(session);
    expect(await findEmailChange(second.new.token)).toBeNull();
  });

  test("are kept as hashes, which nobody reads", async () => {
    await begin();
    const links = await mailed();
    const [row] = await asOwner("select * from email_changes where user_id = $1", [person.userId]);
    expect(JSON.stringify(row)).not.toContain(links.old.token);
    await expect(asPerson(person.userId, (query) => query("select from email_changes"))).rejects.toThrow(
      "permission denied",
    );
  });

  test("are mailed five times an hour", async () => {
    const answers: string[] = [];
    for (let time = 0; time < 6; time += 1) answers.push(await outcome(begin()));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => "done"), "tooManyAttempts"]);
  });
});
