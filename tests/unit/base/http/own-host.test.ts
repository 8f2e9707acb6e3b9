import { describe, expect, test } from "vitest";
import { isOwnHost } from "#lib/base/http/own-host.ts";

function isOwn(appUrl: string, host: string, forwarded?: string, trustsProxy = false): boolean {
  const headers = new Headers({ host, ...(forwarded !== undefined && { "x-forwarded-host": forwarded }) });
  return isOwnHost(headers, appUrl, trustsProxy);
}

const hosted = "https://astra.example.com";
const local = "http://127.0.0.1:3000";

describe("Astra answers", () => {
  test.each(["astra.example.com", "ASTRA.example.com", "astra.example.com:443"])(
    "under its name: %s",
    (host) => {
      expect(isOwn(hosted, host)).toBe(true);
    },
  );

  test.each(["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "localhost:3001", "localhost"])(
    "under every name of the machine that it is at home on: %s",
    (host) => {
      expect(isOwn(local, host)).toBe(true);
    },
  );

  test("under the name that a proxy says it was asked for, where there is a proxy", () => {
    expect(isOwn(hosted, "10.0.0.5:3000", "astra.example.com", true)).toBe(true);
    expect(isOwn(hosted, "10.0.0.5:3000", "astra.example.com", false)).toBe(false);
    expect(isOwn(hosted, "astra.example.com", "evil.example", true)).toBe(false);
  });
});

describe("Astra does not answer", () => {
  test.each([
    "evil.example",
    "astra.example.com.evil.example",
    "evil-astra.example.com",
    "astra.example.com:8443",
    "astra.example.com@evil.example",
    "evil.example@astra.example.com",
    "astra.example.com/x",
    "astra.example.com?x",
    "astra.example.com#x",
    "127.0.0.1",
    "localhost",
    "",
  ])("under another name: %s", (host) => {
    expect(isOwn(hosted, host)).toBe(false);
  });

  test("under the name of a stranger whose domain points at this machine", () => {
    expect(isOwn(local, "evil.example:3000")).toBe(false);
    expect(isOwn(local, "127.0.0.1.evil.example:3000")).toBe(false);
    expect(isOwn(local, "evil.example:3000", "127.0.0.1:3000")).toBe(false);
  });
});
