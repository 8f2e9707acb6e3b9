import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callAction, callFromForm } from "#components/ui/call-action.ts";
import { onTrouble } from "#components/ui/trouble.ts";

const told: unknown[] = [];
let stop: () => void;

beforeEach(() => {
  told.length = 0;
  stop = onTrouble((...trouble) => told.push(...trouble));
});

afterEach(() => stop());

const failWith = (error: unknown) => callAction(() => Promise.reject(error), "No connection");

describe("an action that is not done", () => {
  test("because of a refusal says what it says", async () => {
    const refusal = { ok: false, message: "No such lead" } as const;
    expect(await callAction(async () => refusal, "No connection")).toBe(refusal);
    expect(told).toEqual([]);
  });

  test.each([[new TypeError("Failed to fetch")], [new Error("Connection closed.")]])(
    "because of the connection blames that: %s",
    async (error) => {
      expect(await failWith(error)).toEqual({ ok: false, message: "No connection" });
      expect(told).toEqual([]);
    },
  );

  test.each([
    ["the server failed", "failed", new Error("An unexpected response was received from the server.")],
    ["Astra was updated", "updated", new UnrecognizedActionError("Server Action was not found.")],
  ])("because %s blames nothing else, and has the page say it", async (_, trouble, error) => {
    expect(await failWith(error)).toEqual({ ok: false, message: "", trouble });
    expect(told).toEqual([trouble]);
  });

  test("because one is signed out has the page say it, and a form itself", async () => {
    const signedOut = { ok: false, message: "You are signed out.", isSignedOut: true } as const;
    const said = { ok: false, message: "", trouble: "signedOut" };
    expect(await callFromForm(async () => signedOut, "No connection")).toEqual(said);
    expect(told).toEqual([]);
    expect(await callAction(async () => signedOut, "No connection")).toEqual(said);
    expect(told).toEqual(["signedOut"]);
  });
});
