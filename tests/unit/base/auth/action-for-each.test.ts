import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";

let person: { session: object; owes: string | null } | null;
let refreshed = 0;

vi.resetModules();
vi.doMock("next/headers", () => ({ headers: async () => new Headers() }));
vi.doMock("next/cache", () => ({
  refresh: () => {
    refreshed++;
  },
}));
vi.doMock("next-intl/server", () => ({ getTranslations: async () => (key: string) => `errors.${key}` }));
vi.doMock("#lib/base/auth/address-of-client.ts", () => ({ addressOfClient: async () => null }));
vi.doMock("#lib/base/auth/session.ts", () => ({ getKnownPerson: async () => person }));
const { actionForEach } = await import("#lib/base/auth/action.ts");
const { UserError } = await import("#lib/base/auth/user-error.ts");
const { refreshing } = await import("#lib/base/auth/refreshing.ts");

const done: number[] = [];
const changeAll = actionForEach({
  schema: z.number(),
  most: 4,
  permission: "leads.write",
  run: refreshing(async (_, number: number) => {
    if (number < 0) throw new UserError("callRecorded");
    if (number === 0) throw new Error("the transaction took too long");
    done.push(number);
    return number;
  }),
});

beforeEach(() => {
  person = { session: { role: "seller", viewing: null }, owes: null };
  done.length = 0;
  refreshed = 0;
});

test("each is done by itself and hears its own answer, and the page shows what was done", async () => {
  expect(await changeAll([1, -1, 0, 2])).toEqual({
    ok: true,
    data: [
      { ok: true, data: 1 },
      { ok: false, message: "errors.callRecorded" },
      { ok: false, message: "errors.unknown" },
      { ok: true, data: 2 },
    ],
  });
  expect(done).toEqual([1, 2]);
  expect(refreshed).toBe(2);
});

test("a value that makes no sense is refused alone", async () => {
  expect(await changeAll(["one" as never, 2])).toMatchObject({
    ok: true,
    data: [
      { ok: false, message: "errors.invalidInput" },
      { ok: true, data: 2 },
    ],
  });
});

test("nothing of them is done by whoever may not, or for more than go together", async () => {
  const refusals: [typeof person, string][] = [
    [null, "signedOut"],
    [{ session: { role: "viewer", viewing: null }, owes: null }, "forbidden"],
    [{ session: { role: "seller", viewing: null }, owes: "code" }, "codeOwed"],
    [{ session: { role: "seller", viewing: { name: "Ana" } }, owes: null }, "viewing"],
  ];
  for (const [who, why] of refusals) {
    person = who;
    expect(await changeAll([1]), why).toMatchObject({ ok: false, message: `errors.${why}` });
  }
  person = { session: { role: "seller", viewing: null }, owes: null };
  for (const inputs of [[], [1, 2, 3, 4, 5]])
    expect(await changeAll(inputs)).toMatchObject({ ok: false, message: "errors.invalidInput" });
  expect(done).toEqual([]);
});
