import { expect, test } from "vitest";
import { problem } from "#lib/base/http/problem.ts";

test("a problem says its status in words and for machines, and is kept by nobody", async () => {
  const response = problem(429, "too_many_exports");
  expect(response.status).toBe(429);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Too Many Requests",
    status: 429,
    code: "too_many_exports",
  });
});
