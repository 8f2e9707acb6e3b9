import { beforeEach, expect, test } from "vitest";
import { countLateNews } from "#lib/leads/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { namesOf, pageOf } from "./ask.ts";

let seller: Member;

beforeEach(async () => {
  seller = await signIn(await createWorkspace(), "seller", "Ana");
});

/** A lead by when it was ordered and when we heard of it. */
async function hear(
  name: string,
  ordered: string,
  heard: string,
  kpi = "waiting",
  cod = "pending",
): Promise<void> {
  await asOwner(
    `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status, arrived_at, created_at)
     values ($1, $2, $3, 'manual', $4, $5, now() - $6::interval, now() - $7::interval)`,
    [seller.workspace.id, seller.userId, name, cod, kpi, ordered, heard],
  );
}

test("late news stand where they were ordered, say so, and are listed alone as they came", async () => {
  await hear("In time", "1 hour", "59 minutes");
  await hear("Long ago", "5 years", "2 minutes");
  await hear("Half a day later", "13 hours", "1 hour");
  await hear("Last month", "30 days", "1 minute");
  expect(await namesOf(seller, "")).toEqual(["In time", "Half a day later", "Last month", "Long ago"]);
  expect(await namesOf(seller, "late=true")).toEqual(["Last month", "Long ago"]);
  expect(await namesOf(seller, "late=true&sort=oldest")).toEqual(["Long ago", "Last month"]);
  const { rows } = await pageOf(seller, "");
  expect(rows.map(({ heardLateAt }) => heardLateAt !== null)).toEqual([false, false, true, true]);
});

test("late news wait for a call for a week, and no longer once they were worked", async () => {
  await hear("To call", "5 days", "1 day");
  await hear("Heard of long ago", "30 days", "8 days");
  await hear("Said no", "5 days", "1 day", "rejected", "rejected");
  expect(await countLateNews(seller)).toEqual({ total: 1, isCapped: false });
});
