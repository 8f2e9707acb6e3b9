import { beforeAll, describe, expect, test } from "vitest";
import {
  callReasons,
  codStatuses,
  deriveKpiStatus,
  isToCall,
  logisticStatuses,
  paymentStatuses,
} from "#lib/sales/statuses.ts";
import { asOwner, asPerson, type Query, type Row } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";
import { createWorld, type World } from "./world.ts";

// What the app keeps to, as a member would break it who speaks SQL or REST to the database.

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

type Name = keyof World["people"];

function by(name: Name, text: string, values: unknown[] = []): Promise<Row[]> {
  return asPerson(world.people[name].userId, async (query: Query) => (await query(text, values)).rows);
}

describe("the status that the figures count", () => {
  test("is derived by the database as by the app, for whatever a lead and its order say", async () => {
    const combinations = codStatuses.flatMap((codStatus) =>
      logisticStatuses.flatMap((logisticStatus) =>
        [...paymentStatuses, null].map((paymentStatus) => ({ codStatus, logisticStatus, paymentStatus })),
      ),
    );
    const [row] = await asOwner<{ derived: string[] }>(
      `select array_agg(astra.kpi_status(one ->> 'codStatus', one ->> 'logisticStatus', one ->> 'paymentStatus') order by position) as derived
       from jsonb_array_elements($1) with ordinality as said (one, position)`,
      [JSON.stringify(combinations)],
    );
    expect(row?.derived).toEqual(combinations.map(deriveKpiStatus));
  });

  test("is what follows, not what a member writes", async () => {
    const { leadId } = world.sales.sellers;
    const write = (values: string) =>
      by("seller", `update crm_leads set ${values} where id = $1 returning kpi_status`, [leadId]);
    expect(await write("kpi_status = 'paid'")).toEqual([{ kpi_status: "waiting" }]);
    expect(await write("logistic_status = 'shipped', kpi_status = 'paid'")).toEqual([
      { kpi_status: "shipped" },
    ]);
    expect(await write("logistic_status = 'pending'")).toEqual([{ kpi_status: "waiting" }]);
    const added = await by(
      "seller",
      `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status) values ($1, $2, 'New', 'manual', 'pending', 'paid')
       returning kpi_status`,
      [world.ours.id, world.people.seller.userId],
    );
    expect(added).toEqual([{ kpi_status: "waiting" }]);
  });
});

test("the database waits for a call of the leads that the app does", async () => {
  const combinations = codStatuses.flatMap((codStatus) =>
    logisticStatuses.flatMap((logisticStatus) =>
      [...callReasons, null].map((callReason) => ({ codStatus, logisticStatus, callReason })),
    ),
  );
  const [generated] = await asOwner<{ expression: string }>(
    `select pg_get_expr(adbin, adrelid) as expression from pg_attrdef
     join pg_attribute on attrelid = adrelid and attnum = adnum
     where adrelid = 'crm_leads'::regclass and attname = 'to_call'`,
  );
  const [row] = await asOwner<{ waits: boolean[] }>(
    `select array_agg(${generated?.expression} order by position) as waits
     from jsonb_array_elements($1) with ordinality as said (one, position),
       jsonb_to_record(jsonb_build_object('cod_status', one -> 'codStatus', 'logistic_status', one -> 'logisticStatus',
         'call_reason', one -> 'callReason')) as lead (cod_status text, logistic_status text, call_reason text)`,
    [JSON.stringify(combinations)],
  );
  expect(row?.waits).toEqual(combinations.map(isToCall));
});

describe("calling a lead", () => {
  const call = (name: Name, leadId: string, calledBy: Name, time = "3 minutes") =>
    by(
      name,
      "update crm_leads set called_by = $2, called_until = now() + $3::interval where id = $1 returning id",
      [leadId, world.people[calledBy].userId, time],
    );

  test("is said in the own name only, and for minutes", async () => {
    const { leadId } = world.sales.sellers;
    await expect(call("seller", leadId, "otherSeller")).rejects.toThrow("in the own name");
    await expect(call("admin", leadId, "seller")).rejects.toThrow("in the own name");
    await expect(call("seller", leadId, "seller", "1 day")).rejects.toThrow("for minutes");
    await expect(
      by("seller", "update crm_leads set called_by = $2, called_until = null where id = $1", [
        leadId,
        world.people.seller.userId,
      ]),
    ).rejects.toThrow("for minutes");
    expect(await call("seller", leadId, "seller")).toHaveLength(1);
  });

  test("takes it from nobody who is calling it, until the time is over", async () => {
    const { leadId } = world.sales.sellers;
    await call("seller", leadId, "seller");
    await expect(call("admin", leadId, "admin")).rejects.toThrow("Somebody else is calling");
    const free = by("manager", "update crm_leads set called_by = null, called_until = null where id = $1", [
      leadId,
    ]);
    await expect(free).rejects.toThrow("Somebody else is calling");
    await asOwner("update crm_leads set called_until = now() - interval '1 second' where id = $1", [leadId]);
    expect(await call("admin", leadId, "admin")).toHaveLength(1);
  });

  test("lets go of the lead that one called before", async () => {
    const { sellers, others } = world.sales;
    await call("admin", sellers.leadId, "admin");
    await call("admin", others.leadId, "admin");
    const open = await asOwner("select id from crm_leads where called_by = $1", [world.people.admin.userId]);
    expect(open).toEqual([{ id: others.leadId }]);
  });
});

describe("a timeline", () => {
  const write = (type: string, leadId = world.sales.sellers.leadId) =>
    by("seller", "insert into crm_lead_events (lead_id, user_id, type) values ($1, $2, $3)", [
      leadId,
      world.people.seller.userId,
      type,
    ]);

  test.each([
    "alert_sent",
    "alert_failed",
    "redacted",
    "data_requested",
    "payment",
    "refunded",
    "fulfilled",
    "order_cancelled",
    "joined",
    "anything",
  ])("gets no entry of the system's (%s) from a member", (type) =>
    expect(write(type)).rejects.toThrow("row-level security"),
  );

  test("tells of an arrival by a person only for a lead entered by hand", async () => {
    await expect(write("arrived")).rejects.toThrow("row-level security");
    await write("note");
    const [lead] = await by(
      "seller",
      "insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status) values ($1, $2, 'New', 'manual', 'pending', 'waiting') returning id",
      [world.ours.id, world.people.seller.userId],
    );
    await write("arrived", String(lead?.id));
  });
});

test("nothing that a member enters arrives in the future", async () => {
  const add = (time: string) =>
    by(
      "seller",
      `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status, arrived_at)
       values ($1, $2, 'New', 'manual', 'pending', 'waiting', $3) returning id`,
      [world.ours.id, world.people.seller.userId, time],
    );
  await expect(add("9999-01-01")).rejects.toThrow("Nothing arrives in the future");
  expect(await add("2020-01-01")).toHaveLength(1);
});

describe("what stands before everyone's eyes is limited", () => {
  test("a workspace has 300 tags, and a manager may delete some", async () => {
    await asOwner(
      `insert into crm_tags (workspace_id, name, color)
       select $1, 'tag ' || n, 'gray' from generate_series(1, 300 - (select count(*)::int from crm_tags where workspace_id = $1)) n`,
      [world.ours.id],
    );
    const add = (name: string) =>
      by(
        "seller",
        "insert into crm_tags (workspace_id, name, color) values ($1, $2, 'red') on conflict do nothing",
        [world.ours.id, name],
      );
    await expect(add(randomName())).rejects.toThrow("at most 300 tags");
    await add("TAG 1");
    expect(
      await by(
        "manager",
        "delete from crm_tags where workspace_id = $1 and name = 'tag 1' returning 1 as one",
        [world.ours.id],
      ),
    ).toHaveLength(1);
    await add(randomName());
  });

  test("a person shares ten views; a manager may delete what others share, and nothing else of theirs", async () => {
    const { seller } = world.people;
    const add = (isShared: boolean) =>
      by(
        "seller",
        "insert into saved_views (workspace_id, user_id, list, name, query, is_shared) values ($1, $2, 'leads', $3, '', $4) returning id",
        [world.ours.id, seller.userId, randomName(), isShared],
      );
    await asOwner("delete from saved_views where user_id = $1", [seller.userId]);
    for (let index = 0; index < 10; index++) await add(true);
    await expect(add(true)).rejects.toThrow("shares at most 10 views");
    const [own] = await add(false);
    const share = () => by("seller", "update saved_views set is_shared = true where id = $1", [own?.id]);
    await expect(share()).rejects.toThrow("shares at most 10 views");
    const deleted = await by("manager", "delete from saved_views where user_id = $1 returning 1 as one", [
      seller.userId,
    ]);
    expect(deleted).toHaveLength(10);
    await share();
  });
});

test("nobody links a chat without a proof; everybody may unlink the own one", async () => {
  const { userId } = world.people.seller;
  const link = (chatId: string | null) =>
    by(
      "seller",
      "update user_settings set telegram_chat_id = $2 where user_id = $1 returning telegram_chat_id",
      [userId, chatId],
    );
  await expect(link("700100900")).rejects.toThrow("by proof only");
  await asOwner(
    "update user_settings set telegram_chat_id = 700100900, telegram_stopped_at = now() where user_id = $1",
    [userId],
  );
  await expect(link("700100901")).rejects.toThrow("by proof only");
  await expect(
    by("seller", "update user_settings set telegram_stopped_at = null where user_id = $1", [userId]),
  ).rejects.toThrow("permission denied");
  expect(await link(null)).toEqual([{ telegram_chat_id: null }]);
  expect(await asOwner("select telegram_stopped_at from user_settings where user_id = $1", [userId])).toEqual(
    [{ telegram_stopped_at: null }],
  );
});
