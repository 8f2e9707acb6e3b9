import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { endOtherSessions, endSession, listSessions, noteSession } from "#lib/base/auth/own-sessions.ts";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import type { Token } from "#lib/base/auth/token.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { asAnon, asOwner, asPerson } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Workspace } from "#tests/support/people.ts";

const asked = vi.hoisted(() => ({ token: null as Token | null }));
vi.mock("#lib/base/auth/token.ts", () => ({ getToken: async () => asked.token }));

const here = { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Firefox/132.0", address: "192.0.2.1" };

let workspace: Workspace;
let own: Session;
let other: Session;
let token: Token;

beforeAll(async () => {
  workspace = await createWorkspace();
});
beforeEach(async () => {
  const [mine, theirs] = [await createMember(workspace, "seller"), await createMember(workspace, "admin")];
  own = (await loadSession(mine.userId)) as Session;
  other = (await loadSession(theirs.userId)) as Session;
  token = await begin(own);
  asked.token = token;
});

/** A session as the auth server begins it, `ago` before now. */
async function begin({ userId }: Session, ago = "0 minutes", notAfter: string | null = null): Promise<Token> {
  const sessionId = crypto.randomUUID();
  await asOwner(
    `insert into auth.sessions (id, user_id, created_at, not_after)
     values ($1, $2, now() - $3::interval, now() + $4::interval)`,
    [sessionId, userId, ago, notAfter],
  );
  return { userId, sessionId };
}

async function idsOf(session: Session): Promise<string[]> {
  const rows = await asOwner<{ id: string }>(
    "select id from auth.sessions where user_id = $1 order by created_at",
    [session.userId],
  );
  return rows.map(({ id }) => id);
}

describe("a person sees", () => {
  test("in which browsers the own account is signed in, this one first, and from where", async () => {
    const laptop = await begin(own, "3 days");
    await begin(own, "2 days", "-1 day");
    await begin(other);
    await noteSession(laptop, {
      userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X) Chrome/131.0 Safari/537.36",
      address: "192.0.2.7",
    });
    const sessions = await listSessions(own, here);
    expect(sessions.map(({ id, isThis, browser, address }) => ({ id, isThis, browser, address }))).toEqual([
      {
        id: token.sessionId,
        isThis: true,
        browser: { name: "Firefox", system: "Linux" },
        address: here.address,
      },
      {
        id: laptop.sessionId,
        isThis: false,
        browser: { name: "Chrome", system: "macOS" },
        address: "192.0.2.7",
      },
    ]);
    expect(Date.now() - (sessions[1]?.seenAt.getTime() ?? 0)).toBeLessThan(60_000);
    expect(Date.now() - (sessions[1]?.begunAt.getTime() ?? 0)).toBeGreaterThan(2 * 86_400_000);
  });

  test("nobody else's, whatever is asked past Astra", async () => {
    await begin(other);
    const seen = await asPerson(own.userId, (query) => query("select id from astra.own_sessions()"));
    expect(seen.rows).toEqual([{ id: token.sessionId }]);
    await expect(asPerson(own.userId, (query) => query("select from session_browsers"))).rejects.toThrow(
      "permission denied",
    );
    await expect(asAnon((query) => query("select from astra.own_sessions()"))).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("what is noted of a session", () => {
  test("is noted once in some minutes, and cut to a length", async () => {
    const session = await begin(own);
    await noteSession(session, { userAgent: "A".repeat(2_000), address: "192.0.2.8" });
    await noteSession(session, { userAgent: "another", address: "192.0.2.9" });
    const [noted] = await asOwner<{ agent: string; address: string }>(
      "select user_agent as agent, address from session_browsers where session_id = $1",
      [session.sessionId],
    );
    expect(noted).toEqual({ agent: "A".repeat(500), address: "192.0.2.8" });
  });

  test("is of the own sessions that live, and of no others", async () => {
    const theirs = await begin(other);
    const note = (id: string) =>
      asPerson(own.userId, (query) => query("select astra.note_session($1, 'mine', '192.0.2.1')", [id]));
    await note(theirs.sessionId);
    await note(crypto.randomUUID());
    expect(
      await asOwner("select from session_browsers where session_id = $1 or user_id = $2", [
        theirs.sessionId,
        own.userId,
      ]),
    ).toEqual([]);
  });

  test("is forgotten with the session, whoever ended it", async () => {
    const session = await begin(own);
    await noteSession(session, here);
    await asOwner("delete from auth.sessions where id = $1", [session.sessionId]);
    await cleanUp();
    expect(await asOwner("select from session_browsers where session_id = $1", [session.sessionId])).toEqual(
      [],
    );
  });
});

describe("a person ends", () => {
  test("one of the own sessions, with what was noted of it and its refresh tokens", async () => {
    const phone = await begin(own, "1 hour");
    await noteSession(phone, here);
    await asOwner(
      "insert into auth.refresh_tokens (id, token, user_id, session_id) values ($1::text, $1::text, $2, $3)",
      [crypto.randomUUID(), own.userId, phone.sessionId],
    );
    await endSession(own, phone.sessionId);
    expect(await idsOf(own)).toEqual([token.sessionId]);
    for (const table of ["session_browsers", "auth.refresh_tokens"])
      expect(await asOwner(`select from ${table} where session_id = $1`, [phone.sessionId]), table).toEqual(
        [],
      );
    await expect(endSession(own, phone.sessionId)).rejects.toThrow("notFoundSession");
  });

  test("nobody else's session", async () => {
    const theirs = await begin(other);
    await expect(endSession(own, theirs.sessionId)).rejects.toThrow("notFoundSession");
    await asPerson(own.userId, async (query) => {
      expect((await query("select astra.end_session($1) as ended", [theirs.sessionId])).rows).toEqual([
        { ended: false },
      ]);
      await query("select astra.end_other_sessions(null)");
    });
    expect(await idsOf(other)).toEqual([theirs.sessionId]);
  });

  test("all of the own sessions but this one", async () => {
    const theirs = await begin(other);
    await begin(own, "1 hour");
    await begin(own, "2 hours");
    await endOtherSessions(own);
    expect(await idsOf(own)).toEqual([token.sessionId]);
    expect(await idsOf(other)).toEqual([theirs.sessionId]);
  });
});
