import "server-only";
import { headers } from "next/headers";
import { after } from "next/server";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { type Browser, browserOf } from "#lib/base/auth/browser.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { getToken, type Token } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";

/** Where a person is signed in. */
export interface OwnSession {
  id: string;
  begunAt: Date;
  /** To some minutes. */
  seenAt: Date;
  browser: Browser;
  /** A network address; null when nothing was noted yet. */
  address: string | null;
  /** Whether it is the one that asks. */
  isThis: boolean;
}

/** For how long what was noted of a session is true enough. Milliseconds. */
const notedFor = 5 * 60_000;

/** More sessions than one process sees in that time; beyond it some are noted again. */
const mostNoted = 10_000;

const notedAt = new Map<string, number>();

/** The browser that asks, and from which network address. */
export interface Client {
  userAgent: string;
  address: string;
}

/** Who asks just now. */
export async function presentClient(): Promise<Client> {
  return {
    userAgent: (await headers()).get("user-agent") ?? "",
    address: await addressOfClient(),
  };
}

/** Notes in which browser a session is used, and from where. Once in some minutes for each process, whatever is asked meanwhile. */
export async function noteSession(token: Token, { userAgent, address }: Client): Promise<void> {
  const now = Date.now();
  if ((notedAt.get(token.sessionId) ?? 0) > now - notedFor) return;
  if (notedAt.size >= mostNoted) notedAt.clear();
  notedAt.set(token.sessionId, now);
  await forUser(
    token,
    (tx) => tx.$executeRaw`select astra.note_session(${token.sessionId}::uuid, ${userAgent}, ${address})`,
  );
}

/** The same for the session that asks, once it has its answer. */
export async function noteThisSession(): Promise<void> {
  const [token, client] = await Promise.all([getToken(), presentClient()]);
  if (token) after(() => noteSession(token, client));
}

/**
 * Where the person is signed in: this one first, then the last used.
 *
 * @param here who asks, which may not be noted yet
 */
export async function listSessions(session: Session, here: Client): Promise<OwnSession[]> {
  const token = await getToken();
  const rows = await forUser(
    session,
    (tx) => tx.$queryRaw<(Omit<OwnSession, "browser" | "isThis"> & { userAgent: string | null })[]>`
      select id, begun_at as "begunAt", seen_at as "seenAt", user_agent as "userAgent", address
      from astra.own_sessions() order by id = ${token?.sessionId}::uuid desc, seen_at desc limit 100`,
  );
  return rows.map(({ userAgent, address, ...row }) => {
    const isThis = row.id === token?.sessionId;
    return isThis
      ? { ...row, isThis, browser: browserOf(here.userAgent), address: here.address }
      : { ...row, isThis, browser: browserOf(userAgent), address };
  });
}

/**
 * Ends one of the person's sessions: it is signed out at its next click.
 *
 * @throws UserError when it is over already, or not the person's
 */
export async function endSession(session: Session, id: string): Promise<void> {
  const [row] = await forUser(
    session,
    (tx) => tx.$queryRaw<{ ended: boolean }[]>`select astra.end_session(${id}::uuid) as ended`,
  );
  if (!row?.ended) throw new UserError("notFoundSession");
}

/** Ends all of the person's sessions but the one that asks. */
export async function endOtherSessions(session: Session): Promise<void> {
  const token = await getToken();
  if (!token) throw new UserError("signedOut");
  await forUser(session, (tx) => tx.$executeRaw`select astra.end_other_sessions(${token.sessionId}::uuid)`);
}
