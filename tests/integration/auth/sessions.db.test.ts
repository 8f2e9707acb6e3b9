import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountOfLink } from "#lib/base/auth/mail-link.ts";
import { reloadSession } from "#lib/base/auth/session.ts";
import type { Token } from "#lib/base/auth/token.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  supabaseAdmin,
  type Workspace,
} from "#tests/support/people.ts";

let workspace: Workspace;
let person: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
});
beforeEach(async () => {
  person = await createMember(workspace, "seller");
});

/** A session of the person, as the auth server keeps it; `ago` is how long it has not been renewed. */
async function beginSession(ago = "0 minutes", notAfter: string | null = null): Promise<Token> {
  const sessionId = crypto.randomUUID();
  await asOwner(
    `insert into auth.sessions (id, user_id, created_at, refreshed_at, not_after)
     values ($1, $2, now() - interval '300 days', (now() - $3::interval) at time zone 'UTC', now() + $4::interval)`,
    [sessionId, person.userId, ago, notAfter],
  );
  return { userId: person.userId, sessionId, workspaceId: null };
}

describe("a verified token", () => {
  test("is worth a session while the auth server knows its session", async () => {
    const token = await beginSession();
    expect(await reloadSession(token)).toEqual({
      userId: person.userId,
      aal: "aal1",
      email: person.email,
      name: "seller",
      locale: "en",
      timezone: "UTC",
      timeFormat: "24h",
      role: "seller",
      viewing: null,
      workspace: { ...workspace, currency: "EUR", timezone: "UTC", workingHours: {}, logo: null },
    });
    await asOwner("delete from auth.sessions where id = $1", [token.sessionId]);
    expect(await reloadSession(token)).toBeNull();
  });

  test("is worth nothing past the end that the auth server set", async () => {
    expect(await reloadSession(await beginSession("0 minutes", "1 minute"))).not.toBeNull();
    expect(await reloadSession(await beginSession("0 minutes", "-1 minute"))).toBeNull();
  });

  test("is worth nothing with the session of somebody else", async () => {
    const { sessionId } = await beginSession();
    const other = await createMember(workspace, "seller");
    expect(await reloadSession({ userId: other.userId, sessionId, workspaceId: null })).toBeNull();
    const asked = await asPerson(other.userId, (query) =>
      query("select astra.session_lives($1) as lives", [sessionId]),
    );
    expect(asked.rows).toEqual([{ lives: false }]);
  });
});

describe("a mailed link", () => {
  test("names its account without being used, until it is replaced", async () => {
    const link = async () => {
      const { data } = await supabaseAdmin().auth.admin.generateLink({
        type: "recovery",
        email: person.email,
      });
      return { type: "recovery" as const, token_hash: data.properties?.hashed_token ?? "" };
    };
    const first = await link();
    expect(await accountOfLink(first)).toBe(person.email);
    expect(await accountOfLink(first)).toBe(person.email);
    const second = await link();
    expect(await accountOfLink(first)).toBeNull();
    expect(await accountOfLink(second)).toBe(person.email);
  });

  test("that was made up names nobody, and no person may ask", async () => {
    for (const hash of ["", " ", "0".repeat(64)]) {
      expect(await accountOfLink({ type: "recovery", token_hash: hash })).toBeNull();
      expect(await accountOfLink({ code: hash })).toBeNull();
    }
    await expect(
      asPerson(person.userId, (query) => query("select astra.account_of_link('x')")),
    ).rejects.toThrow("permission denied");
  });
});

describe("the clean-up", () => {
  test("ends sessions that nobody renewed for 30 days, and no others", async () => {
    const [old, used] = [await beginSession("31 days"), await beginSession("29 days")];
    await cleanUp();
    expect(await reloadSession(old)).toBeNull();
    expect(await reloadSession(used)).not.toBeNull();
  });

  test("removes the counts that no longer count, and no others", async () => {
    const [over, running] = [crypto.randomUUID(), crypto.randomUUID()];
    await asOwner("insert into rate_limits (key, points, expire) values ($1, 1, $2), ($3, 1, $4)", [
      over,
      Date.now() - 1_000,
      running,
      Date.now() + 60_000,
    ]);
    await cleanUp();
    expect(await asOwner("select key from rate_limits where key = any ($1)", [[over, running]])).toEqual([
      { key: running },
    ]);
  });
});
