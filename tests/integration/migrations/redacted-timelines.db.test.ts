import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

const migration = new URL(
  "../../../prisma/migrations/20261128000500_redacted_timelines/migration.sql",
  import.meta.url,
);
/** What redactions left until then; kinds of entries that came later are emptied by the redaction itself. */
const left = ["store_value_accepted", "correction_kept", "customer_merged"];

let redacted: string;
let kept: string;

beforeAll(async () => {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller");
  const store = await createStore(workspace, seller);
  const sold = [
    await createSale({ workspace, seller, store }),
    await createSale({ workspace, seller, store }),
  ] as const;
  [redacted, kept] = [sold[0].leadId, sold[1].leadId];
  await asOwner("update orders set redacted_at = now() where id = $1", [sold[0].orderId]);
  await asOwner(
    `insert into crm_lead_events (lead_id, type, details)
     select lead_id, type, '{"from": "Ana"}' from unnest($1::uuid[]) lead_id, unnest($2::text[]) type`,
    [
      [redacted, kept],
      [...left, "reassigned"],
    ],
  );
  await asOwner(await readFile(migration, "utf8"));
});

async function detailsOn(leadId: string): Promise<Record<string, unknown>> {
  const rows = await asOwner<{ type: string; details: unknown }>(
    "select type, details from crm_lead_events where lead_id = $1 and type <> 'arrived'",
    [leadId],
  );
  return Object.fromEntries(rows.map(({ type, details }) => [type, details]));
}

test("what an earlier redaction left on a timeline is emptied, and nothing else", async () => {
  const emptied = Object.fromEntries(left.map((type) => [type, {}]));
  expect(await detailsOn(redacted)).toEqual({ ...emptied, reassigned: { from: "Ana" } });
});

test("the timeline of an order that was not redacted stays as it is", async () => {
  const untouched = Object.fromEntries([...left, "reassigned"].map((type) => [type, { from: "Ana" }]));
  expect(await detailsOn(kept)).toEqual(untouched);
});
