import { beforeAll } from "vitest";
import { expectAllAccessible, pagesOf } from "#tests/e2e/look/pages.ts";
import { createShown, type Shown } from "#tests/e2e/look/shown.ts";
import { test } from "#tests/e2e/visit.ts";
import { type Person, supabaseAdmin } from "#tests/support/people.ts";

let shown: Shown;

beforeAll(async () => {
  shown = await createShown();
});

test("the pages of the day's work are accessible and no wider than the screen", {
  timeout: 240_000,
}, async ({ visit }) => {
  const page = await visit("/leads", { as: shown.admin });
  await expectAllAccessible(page, pagesOf(shown, "work"));
});

test("so are the lists while there is nothing to show", async ({ visit }) => {
  const page = await visit("/leads", { as: shown.newcomer });
  await expectAllAccessible(page, ["/leads", "/orders", "/customers"]);
});

test("so is a page that does not exist", async ({ visit }) => {
  const page = await visit("/leads", { as: shown.admin, expected: /^404 GET/ });
  await expectAllAccessible(page, ["/leads/1", "/nowhere"]);
});

test("so are a stranger's pages", async ({ visit }) => {
  const page = await visit("/login");
  await expectAllAccessible(page, [
    "/login",
    "/login?notice=inactiveMember",
    "/forgot-password",
    `/auth/confirm?token_hash=${await newLink(shown.newcomer)}&type=recovery`,
    "/new-password",
  ]);
});

/** What a mail's link to set a new password carries. */
async function newLink({ email }: Person): Promise<string> {
  const { data } = await supabaseAdmin().auth.admin.generateLink({ type: "recovery", email });
  return data.properties?.hashed_token ?? "";
}
