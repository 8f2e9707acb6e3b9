import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { customerList } from "#lib/customers/list.ts";
import { listCountries, listCustomers } from "#lib/customers/queries.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

describe("the list of customers is sorted and filtered by what they came to", () => {
  let admin: Member;
  let ana: Member;
  let mihai: Member;
  const ids: Record<"often" | "much" | "refusing", string> = { often: "", much: "", refusing: "" };

  beforeAll(async () => {
    const workspace = await createWorkspace();
    admin = await signIn(workspace, "admin");
    ana = await signIn(workspace, "seller", "Ana");
    mihai = await signIn(workspace, "seller", "Mihai");
    for (const name of ["often", "much", "refusing"] as const)
      ids[name] = await createBuyer(workspace, { name });
    const anas = { storeId: (await createStore(workspace, ana)).id, owner: ana };
    const mihais = { storeId: (await createStore(workspace, mihai)).id, owner: mihai };
    const orderedAt = "2025-03-01T10:00:00Z";
    const buy = (customerId: string, purchase: object, by = anas) =>
      createPurchase(workspace, { ...by, customerId, number: randomUUID(), orderedAt, ...purchase });
    await buy(ids.often, { kpi: "paid", total: "1.000" });
    await buy(ids.often, { kpi: "paid", total: "1.000" });
    await buy(ids.often, {}, mihais);
    await buy(ids.much, { kpi: "paid", total: "100.000" });
    const { leadId } = await buy(ids.refusing, { kpi: "rejected" });
    await buy(ids.refusing, {}, mihais);
    await asOwner("update customers set country = 'DE' where id = $1", [ids.much]);
    await asOwner("update customer_contacts set country = 'DE' where customer_id = $1", [ids.much]);
    await asOwner("update crm_leads set cod_status = 'refused', logistic_status = 'shipped' where id = $1", [
      leadId,
    ]);
    await asOwner("select astra.refresh_customer_sellers(array[$1]::uuid[])", [ids.refusing]);
    const tagId = randomUUID();
    await insert("crm_tags", { id: tagId, workspace_id: workspace.id, name: "VIP", color: "green" });
    await insert("crm_lead_tags", { lead_id: leadId, tag_id: tagId });
    vip = tagId;
  });

  let vip: string;
  const found = async (member: Member, query: string) => {
    const page = await listCustomers(member, customerList.load(query));
    return page.rows.map(({ name }) => name);
  };

  test("of all sellers for an admin, of the own for a seller", async () => {
    expect(await found(admin, "?sort=orders")).toEqual(["often", "refusing", "much"]);
    expect((await found(ana, "?sort=orders"))[0]).toBe("often");
    expect((await found(admin, "?sort=spent"))[0]).toBe("much");
    expect((await found(ana, "?sort=spent"))[0]).toBe("much");
  });

  test("along the index that a seller's list has for each of it", async () => {
    const asked = {
      "order by orders_count desc, customer_id desc":
        "customer_contacts_user_id_orders_count_customer_id_idx",
      "order by spent_thousandths desc, customer_id desc":
        "customer_contacts_user_id_spent_thousandths_customer_id_idx",
      "and refused_count > 0 order by known_since desc, customer_id desc": "customer_contacts_refused",
      "and country = 'DE' order by known_since desc, customer_id desc":
        "customer_contacts_user_id_country_known_since_customer_id_idx",
      "and country > 'AT' order by country": "customer_contacts_user_id_country_known_since_customer_id_idx",
    };
    await asPerson(ana.userId, async (query) => {
      // So few rows are read and sorted else.
      await query(
        "set local enable_seqscan = off; set local enable_sort = off; set local enable_bitmapscan = off",
      );
      for (const [order, index] of Object.entries(asked)) {
        const { rows } = await query(
          `explain select from customer_contacts
           where user_id = '${ana.userId}' and workspace_id is not distinct from '${ana.workspace.id}' ${order} limit 25`,
        );
        const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect(plan, order).toContain(`Scan using ${index}`);
        expect(plan, order).not.toContain("Sort");
      }
    });
  });

  test("page after page", async () => {
    const first = await listCustomers(admin, { ...customerList.load("?sort=orders"), size: 2 as never });
    expect(first.rows.map(({ name }) => name)).toEqual(["often", "refusing"]);
    const after = first.next ?? "";
    const next = await listCustomers(admin, {
      ...customerList.load("?sort=orders"),
      size: 2 as never,
      after,
    });
    expect(next.rows.map(({ name }) => name)).toEqual(["much"]);
  });

  test("by what they refused, where they are, their tags and who sold to them", async () => {
    expect(await found(admin, "?refused=true")).toEqual(["refusing"]);
    expect(await found(ana, "?refused=true")).toEqual(["refusing"]);
    expect(await found(mihai, "?refused=true")).toEqual([]);
    expect(await found(admin, "?country=DE")).toEqual(["much"]);
    expect(await listCountries(admin)).toEqual(["DE"]);
    expect(await listCountries(mihai)).toEqual([]);
    expect(await found(admin, `?tag=${vip}`)).toEqual(["refusing"]);
    expect(await found(mihai, `?tag=${vip}`)).toEqual([]);
    expect((await found(admin, `?seller=${mihai.userId}`)).sort()).toEqual(["often", "refusing"]);
    expect(await found(admin, "?refused=true&country=DE")).toEqual([]);
  });
});
