import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { openStore, tellOrder } from "#tests/support/told-orders.ts";

const migration = new URL(
  "../../../prisma/migrations/20261202080100_former_buyers/migration.sql",
  import.meta.url,
);
/** The rows that are written, without the index in front of it. */
const writing = /^with said[^;]+;/m;

test("an entry that names who left says which customer that is; whom nobody knows any more it names no longer", async () => {
  const workspace = await createWorkspace();
  const store = await openStore(workspace, await createMember(workspace, "seller"));
  const mira = { name: "Mira Ramasa", email: "mira.ramasa@example.com", phone: "+40722606101" };
  const horia = { name: "Horia Sosit", email: "horia.sosit@example.com", phone: "+40722606102" };
  const news = { change: "updated", updatedAt: new Date() } as const;
  const [left, forgotten] = [
    await tellOrder(store, { id: "1", buyer: mira }),
    await tellOrder(store, { id: "2", buyer: { name: "Sterica Uitat", email: "sterica@example.com" } }),
  ];
  await tellOrder(store, { id: "1", buyer: horia, ...news });
  await tellOrder(store, { id: "2", buyer: horia, ...news });
  const leads = [left.leadId, forgotten.leadId];
  await asOwner("update crm_lead_events set details = details - 'fromId' where lead_id = any ($1)", [leads]);
  await asOwner("delete from customers where id = $1", [forgotten.customerId]);
  const [statement] = writing.exec(await readFile(migration, "utf8")) ?? [];
  await asOwner(statement ?? "");
  const detailsOf = async (leadId: string) =>
    (
      await asOwner("select details from crm_lead_events where lead_id = $1 and type = 'buyer_changed'", [
        leadId,
      ])
    )[0]?.details;
  expect(await detailsOf(left.leadId)).toEqual({
    from: mira.name,
    to: horia.name,
    fromId: left.customerId,
  });
  expect(await detailsOf(forgotten.leadId)).toEqual({});
});
