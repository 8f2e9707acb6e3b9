import { createClient } from "@supabase/supabase-js";
import { expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  giveSecondFactor,
  randomName,
  sessionCookies,
} from "#tests/support/people.ts";
import { runScript } from "./run-script.ts";

const remove = (email: string) => runScript("remove-second-factor", ["--email", email]);

test("second-factor:remove lets in again who lost the phone and every code, and signs the account out everywhere", async () => {
  const person = await createMember(await createWorkspace(), "admin");
  await giveSecondFactor(person);
  await asOwner("insert into recovery_codes (user_id, code_hash) values ($1, repeat('A', 43))", [
    person.userId,
  ]);
  await sessionCookies(person, "aal2");
  const answer = await remove(person.email.toUpperCase());
  expect(answer).toMatchObject({ code: 0, errors: "" });
  expect(answer.output).toContain(`Two-step sign-in is off for ${person.email}`);
  for (const rows of ["auth.mfa_factors", "recovery_codes", "auth.sessions"])
    expect(await asOwner(`select from ${rows} where user_id = $1`, [person.userId]), rows).toEqual([]);
  const { SUPABASE_URL = "", SUPABASE_PUBLISHABLE_KEY = "" } = ownAstra().env;
  const { auth } = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { auth: { persistSession: false } });
  expect((await auth.signInWithPassword(person)).data.user?.factors).toEqual([]);
  expect((await remove(person.email)).output).toContain("Nothing was changed.");
});

test("second-factor:remove says who is not known, and what is missing", async () => {
  const unknown = `${randomName()}@example.com`;
  expect(await remove(unknown)).toMatchObject({ code: 1, errors: `There is no account of ${unknown}.\n` });
  expect(await runScript("remove-second-factor", [])).toMatchObject({
    code: 1,
    errors: "email: is missing\n",
  });
});
