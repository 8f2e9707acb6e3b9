import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type AuthFront, startAuthFront, waysToBeAway } from "#tests/support/auth-front.ts";
import { asOwner } from "#tests/support/database.ts";
import { holdPort } from "#tests/support/held-port.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Person, sessionCookies } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";
import { startTestApp, type TestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const keyId = "key-of-the-test";

let front: AuthFront;
let app: TestApp;
let person: Person;

beforeAll(async () => {
  const key = {
    ...publicKey.export({ format: "jwk" }),
    kid: keyId,
    alg: "ES256",
    use: "sig",
    key_ops: ["verify"],
  };
  front = await startAuthFront(ownAstra().env.SUPABASE_URL ?? "", {
    "/auth/v1/.well-known/jwks.json": { keys: [key] },
  });
  return () => front.stop();
});
beforeAll(async () => {
  const port = await holdPort();
  app = await startTestApp({
    port,
    env: appEnvironment({
      ...ownAstra().env,
      APP_URL: `http://127.0.0.1:${port}`,
      SUPABASE_URL: front.url,
    }),
    logFile: join(ownAstra().dataDir, "away.log"),
  });
  person = await createMember(await createWorkspace(), "seller", "Sela Seller");
  return () => app.stop();
});
afterEach(() => front.comeBack());

function open(path: string, cookie: string) {
  return rawRequest(`${app.url}${path}`, { headers: { cookie } });
}

describe("with keys that only the auth server has, while it is away", () => {
  test.for(waysToBeAway)("a page says to try again, and nobody is signed out: %s", async (how) => {
    const cookie = await sessionCookies(person);
    front.goAway(how);
    const startedAt = performance.now();
    const { status, headers, text } = await open("/leads", cookie);
    expect(performance.now() - startedAt).toBeLessThan(7_000);
    expect(status).toBe(503);
    expect(text).toContain("The sign-in service does not answer. Try again in a moment.");
    expect(headers["retry-after"]).toBe("10");
    expect(headers["set-cookie"]).toBeUndefined();
    front.comeBack();
    expect((await open("/leads", cookie)).status).toBe(200);
  });

  test("a session that had to be renewed just then outlives it", async () => {
    const cookie = withExpiry(await sessionCookies(person), -60);
    front.goAway("failing");
    const startedAt = performance.now();
    const { status, headers } = await open("/leads", cookie);
    expect(performance.now() - startedAt).toBeLessThan(7_000);
    expect(status).toBe(503);
    expect(headers["set-cookie"]).toBeUndefined();
    front.comeBack();
    const back = await open("/leads", cookie);
    expect(back.status).toBe(200);
    expect(back.headers["set-cookie"]?.length).toBeGreaterThan(0);
  });

  test("an export is refused and not cut short", async () => {
    const cookie = await sessionCookies(person);
    front.goAway("gone");
    expect((await open("/leads/export", cookie)).status).toBe(503);
  });

  test("the login page opens, for strangers and for those who are signed in", async () => {
    const cookie = await sessionCookies(person);
    front.goAway("gone");
    expect((await open("/login", "")).status).toBe(200);
    expect((await open("/login", cookie)).status).toBe(200);
    expect((await open("/leads", "")).status).toBe(303);
  });
});

describe("with keys that everybody may verify", () => {
  test("nobody asks the auth server, and pages open while it is away", async () => {
    const cookie = await verifiableCookie();
    expect((await open("/leads", cookie)).status).toBe(200);
    const before = front.asked();
    expect((await open("/leads", cookie)).status).toBe(200);
    expect(front.asked()).toBe(before);
    front.goAway("gone");
    const { status, text } = await open("/leads", cookie);
    expect(status).toBe(200);
    expect(text).toContain("Sela Seller");
  });

  test("a token that still verifies is worth nothing once its session was ended", async () => {
    const cookie = await verifiableCookie();
    expect((await open("/leads", cookie)).status).toBe(200);
    await asOwner("delete from auth.sessions where user_id = $1", [person.userId]);
    const { status, headers } = await open("/settings/telegram", cookie);
    expect(status).toBe(307);
    expect(headers.location).toBe("/login");
    expect((await open("/api/palette?q=ana", cookie)).status).toBe(401);
    expect((await open("/leads/export", cookie)).status).toBe(401);
  });

  test("a token of another key is a stranger's", async () => {
    const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { status, headers } = await open("/leads", await verifiableCookie(other.privateKey));
    expect(status).toBe(303);
    expect(headers.location).toContain("/login");
  });
});

/** The cookie of a session as a Supabase project with asymmetric keys would have begun it. */
async function verifiableCookie(key: KeyObject = privateKey): Promise<string> {
  const sessionId = crypto.randomUUID();
  await asOwner("insert into auth.sessions (id, user_id) values ($1, $2)", [sessionId, person.userId]);
  const expiry = Math.floor(Date.now() / 1_000) + 3_600;
  const claims = {
    sub: person.userId,
    session_id: sessionId,
    role: "authenticated",
    aud: "authenticated",
    exp: expiry,
  };
  const session = {
    access_token: signToken(claims, key),
    refresh_token: "none",
    expires_at: expiry,
    user: { id: person.userId },
  };
  return `sb-127-auth-token=${encode(session)}`;
}

function signToken(claims: object, key: KeyObject): string {
  const parts = [{ alg: "ES256", typ: "JWT", kid: keyId }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const signed = parts.join(".");
  const signature = createSign("sha256").update(signed).sign({ key, dsaEncoding: "ieee-p1363" }, "base64url");
  return `${signed}.${signature}`;
}

/** The cookies of a session as if its token expired in so many seconds. */
function withExpiry(cookies: string, seconds: number): string {
  const [, name = "", value = ""] = /^([^=]+)=base64-(.+)$/.exec(cookies) ?? [];
  const session = JSON.parse(Buffer.from(value, "base64url").toString());
  return `${name}=${encode({ ...session, expires_at: Math.floor(Date.now() / 1_000) + seconds })}`;
}

function encode(session: object): string {
  return `base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
}
