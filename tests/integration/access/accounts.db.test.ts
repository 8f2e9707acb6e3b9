import { createClient } from "@supabase/supabase-js";
import { describe, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createAccount, createMember, createWorkspace, supabaseAdmin } from "#tests/support/people.ts";

describe("every account has its row in users", () => {
  const userRow = async (id: string) =>
    (await asOwner("select name, email from users where id = $1", [id]))[0];

  test("made through the admin API", async () => {
    const { userId, email } = await createAccount("Ana Pop");
    expect(await userRow(userId)).toEqual({ name: "Ana Pop", email });
  });

  test("without a name, it is called by the first part of its address", async () => {
    const { userId, email } = await createAccount("  ");
    expect(await userRow(userId)).toEqual({ name: email.split("@")[0], email });
  });

  test("a new address is carried over, the name stays as the person set it", async () => {
    const { userId } = await createAccount("Ana");
    await asOwner("update users set name = 'Ana Maria' where id = $1", [userId]);
    const email = `new-${userId}@example.com`;
    const { error } = await supabaseAdmin().auth.admin.updateUserById(userId, { email });
    expect(error).toBeNull();
    expect(await userRow(userId)).toEqual({ name: "Ana Maria", email });
  });

  test.each([
    ["an object", { name: "Ion" }],
    ["JSON text inside the jsonb", JSON.stringify({ name: "Ion" })],
  ])("with its metadata as %s", async (_form, metadata) => {
    const [read] = await asOwner("select astra.text_metadata($1::jsonb, 'name') as name", [
      JSON.stringify(metadata),
    ]);
    expect(read).toEqual({ name: "Ion" });
    const id = crypto.randomUUID();
    await asOwner("insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3)", [
      id,
      `Ion-${id}@Example.com`,
      JSON.stringify(metadata),
    ]);
    expect(await userRow(id)).toEqual({ name: "Ion", email: `ion-${id}@example.com` });
  });
});

describe("the embedded stack's address", () => {
  test("serves accounts only: neither with a person's token nor without is there a REST API to read tables", async () => {
    const { SUPABASE_URL = "", SUPABASE_PUBLISHABLE_KEY = "" } = ownAstra().env;
    const person = await createMember(await createWorkspace(), "admin");
    const supabase = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
      auth: { persistSession: false },
    });
    expect((await supabase.from("users").select()).status).toBe(404);
    expect((await supabase.auth.signInWithPassword(person)).error).toBeNull();
    expect((await supabase.from("users").select()).status).toBe(404);
  });
});
