import { describe, expect, test } from "vitest";
import { publicRoute, secretRoute } from "#lib/base/auth/route.ts";

function ask(headers: Record<string, string> = {}): Request {
  return new Request("http://astra.test/api", { headers: { "x-request-id": "asked-1", ...headers } });
}

describe("a route for anybody", () => {
  test("answers JSON that nobody keeps, and by which id the request is known", async () => {
    const response = await publicRoute({ run: async () => ({ status: "ok" }) })(ask());
    expect(await response.json()).toEqual({ status: "ok" });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("x-request-id")).toBe("asked-1");
  });

  test("lets an answer be as it is", async () => {
    const response = await publicRoute({ run: async () => new Response("as it is", { status: 503 }) })(ask());
    expect([response.status, await response.text()]).toEqual([503, "as it is"]);
  });

  test("tells nobody what went wrong inside", async () => {
    const fails = publicRoute({ run: () => Promise.reject(new Error("password of the database")) });
    const response = await fails(ask());
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      code: "unknown",
      requestId: "asked-1",
    });
  });
});

describe("a route for who knows a secret", () => {
  const work = secretRoute({ secret: () => "right", run: async () => ({ done: true }) });

  test("works for that one", async () => {
    expect((await work(ask({ authorization: "Bearer right" }))).status).toBe(200);
  });

  test.each(["", "Bearer ", "right", "Bearer right!", "Bearer wrong", "Basic right"])(
    "and not for %j",
    async (authorization) => {
      const response = await work(ask({ authorization }));
      expect(await response.json()).toMatchObject({ status: 401, code: "unauthorized" });
    },
  );

  test("or for nobody while there is none", async () => {
    const closed = secretRoute({ secret: () => undefined, run: async () => ({ done: true }) });
    expect((await closed(ask({ authorization: "Bearer undefined" }))).status).toBe(401);
  });
});
