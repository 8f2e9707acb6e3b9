import { beforeAll, expect, test } from "vitest";
import { usualCountry } from "#lib/orders/usual-country.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

let members: Record<"admin" | "ana" | "mihai" | "newcomer", Member>;

beforeAll(async () => {
  const workspace = await createWorkspace();
  members = {
    admin: await signIn(workspace, "admin"),
    ana: await signIn(workspace, "seller", "Ana"),
    mihai: await signIn(workspace, "seller"),
    newcomer: await signIn(workspace, "seller"),
  };
  const sell = async (owner: Member, countries: (string | null)[]) => {
    const { id: storeId } = await createStore(workspace, owner);
    for (const [day, country] of countries.entries()) {
      const orderedAt = `2025-03-0${day + 1}T10:00:00Z`;
      const sale = { storeId, owner, customerId: null, number: `#${day}`, orderedAt };
      const { orderId } = await createPurchase(workspace, sale);
      await asOwner("update orders set shipping_country = $2 where id = $1", [orderId, country]);
    }
  };
  await sell(members.ana, ["RO", "RO", null, null, null, "DE"]);
  await sell(members.mihai, ["BG", "BG", "BG", "RO"]);
});

test.each([
  ["ana", "RO"],
  ["mihai", "BG"],
] as const)("the usual country of %s is the one that most of the own orders go to", async (who, country) => {
  expect(await usualCountry(members[who])).toBe(country);
});

test("of two that are as usual, the one of the newest order counts", async () => {
  // Three orders go to Romania and three to Bulgaria.
  expect(await usualCountry(members.admin)).toBe("RO");
});

test.each([
  ["RON", "RO"],
  ["EUR", null],
])("without orders it is the one of the currency %s", async (currency, country) => {
  const { workspace, ...newcomer } = members.newcomer;
  expect(await usualCountry({ ...newcomer, workspace: { ...workspace, currency } })).toBe(country);
});
