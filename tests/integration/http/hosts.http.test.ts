import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { holdPort } from "#tests/support/held-port.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, sessionCookies } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";
import { startTestApp, type TestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";

const publicHost = "astra.example.com";

/** The same Astra, reached through https by a name. */
let hosted: TestApp;

beforeAll(async () => {
  hosted = await startTestApp({
    port: await holdPort(),
    env: appEnvironment({ ...ownAstra().env, APP_URL: `https://${publicHost}` }),
    logFile: join(ownAstra().dataDir, "hosted.log"),
  });
  return () => hosted.stop();
});

const forPeople = [
  "/",
  "/login",
  "/leads",
  "/leads/export",
  "/auth/confirm?token_hash=x",
  "/api/palette?q=ana",
];

describe("a request to another host than Astra's", () => {
  test.each(forPeople)("is sent away: %s", async (path) => {
    const { status, headers, text } = await rawRequest(`${ownAstra().appUrl}${path}`, {
      headers: { host: "evil.example" },
    });
    expect(status).toBe(421);
    expect(headers.location).toBeUndefined();
    expect(text).toBe("Astra does not answer under this name. Open the address that your admin gave you.");
    const local = await rawRequest(`${hosted.url}${path}`);
    expect(local.status).toBe(421);
  });

  test("is sent away when it posts a form", async () => {
    const headers = { host: "evil.example", origin: "http://evil.example", "next-action": "0" };
    expect((await rawRequest(`${ownAstra().appUrl}/login`, { method: "POST", headers })).status).toBe(421);
  });

  test("is answered when it checks the health, calls the scheduler's route or is a store's", async () => {
    const headers = { host: "10.0.0.7:3000" };
    expect((await rawRequest(`${hosted.url}/api/health`, { headers })).status).toBe(200);
    expect((await rawRequest(`${hosted.url}/api/health/ready`, { headers })).status).not.toBe(421);
    expect((await rawRequest(`${hosted.url}/api/cron`, { headers })).status).toBe(401);
    const delivery = await rawRequest(`${hosted.url}/api/webhooks/shopify`, { method: "POST", headers });
    expect(delivery.status).toBe(401);
  });

  test("is answered under every name of the machine that Astra is at home on", async () => {
    const { port } = new URL(ownAstra().appUrl);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect((await rawRequest(`${ownAstra().appUrl}/login`, { headers: { host } })).status).toBe(200);
  });
});

describe("under https", () => {
  test("browsers are told to come by https only, and only then", async () => {
    const headers = { host: publicHost };
    for (const path of ["/login", "/leads", "/api/palette"]) {
      const answer = await rawRequest(`${hosted.url}${path}`, { headers });
      expect(answer.headers["strict-transport-security"]).toBe("max-age=63072000");
    }
    const plain = await rawRequest(`${ownAstra().appUrl}/login`);
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
  });

  test("the session's cookies are for https alone, hidden from scripts, and last 30 days", async () => {
    for (const [url, isSecure] of [
      [hosted.url, true],
      [ownAstra().appUrl, false],
    ] as const) {
      const cookie = almostExpired(
        await sessionCookies(await createMember(await createWorkspace(), "seller")),
      );
      const host = isSecure ? publicHost : new URL(url).host;
      const { status, headers } = await rawRequest(`${url}/leads`, { headers: { cookie, host } });
      expect(status).toBe(200);
      const renewed = headers["set-cookie"] ?? [];
      expect(renewed.length).toBeGreaterThan(0);
      for (const one of renewed) {
        expect(one).toMatch(/; HttpOnly/i);
        expect(one).toMatch(/; SameSite=lax/i);
        expect(one).toMatch(/; Max-Age=2592000/i);
        expect(/; Secure/i.test(one)).toBe(isSecure);
      }
    }
  });
});

test("pictures are not fetched and resized for whoever asks", async () => {
  const picture = encodeURIComponent("/logo.svg");
  const { status } = await rawRequest(`${ownAstra().appUrl}/_next/image?url=${picture}&w=64&q=75`);
  expect(status).toBe(404);
});

test("whatever is answered says what a browser may load, and that nobody frames it", async () => {
  for (const path of ["/login", "/api/health", "/not-there"]) {
    const { headers } = await rawRequest(`${ownAstra().appUrl}${path}`);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
    expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  }
});

/** The cookies of a session that has to be renewed at the next request. */
function almostExpired(cookies: string): string {
  const [, name = "", value = ""] = /^([^=]+)=base64-(.+)$/.exec(cookies) ?? [];
  const session = JSON.parse(Buffer.from(value, "base64url").toString());
  session.expires_at = Math.floor(Date.now() / 1_000) + 10;
  return `${name}=base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
}
