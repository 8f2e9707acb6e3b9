import { describe, expect, test } from "vitest";
import { asAnon, asOwner, asStranger } from "#tests/support/database.ts";

/**
 * The columns that persons may write at all, on the rows that the matrix allows. What is missing here is the ingest
 * pipeline's, the worker's or nobody's: ids, workspaces, stores, amounts, statuses of orders, derived values of customers.
 */
const writableColumns: Record<string, { insert?: string; update?: string }> = {
  workspaces: {
    update:
      "call_rules currency logo low_stock_at name payload_days second_factor_for_admins timezone working_hours",
  },
  users: { update: "browser_locale density locale name photo time_format timezone" },
  memberships: { insert: "is_active role user_id workspace_id", update: "is_active role" },
  invitations: { insert: "email id name role token_hash workspace_id", update: "token_hash" },
  user_settings: {
    insert: "first_steps_hidden_in list_preferences notify_new_leads summary_mail_hour user_id",
    update: "first_steps_hidden_in list_preferences notify_new_leads summary_mail_hour telegram_chat_id",
  },
  notification_preferences: {
    insert:
      "call_backs everyones_leads failed_deliveries least_value muted_stores new_leads quiet_from quiet_until stock summary_hour user_id workspace_id",
    update:
      "call_backs everyones_leads failed_deliveries least_value muted_stores new_leads quiet_from quiet_until stock summary_hour",
  },
  telegram_groups: { update: "least_value muted_stores new_leads quiet_from quiet_until" },
  integrations: {
    insert: "cod_gateways default_country domain id is_active name type user_id workspace_id",
    update:
      "cod_gateways default_country domain is_active name paused_reason payment_methods status_map user_id",
  },
  products: {
    insert: "currency id low_stock_at name price sku user_id workspace_id",
    update: "archived_at currency low_stock_at name photo price sku user_id",
  },
  stock_movements: { insert: "delta id kind product_id reason" },
  product_imports: { insert: "changes file_name id user_id workspace_id", update: "undone_at" },
  product_aliases: { insert: "id product_id sku user_id workspace_id" },
  customers: { update: "city corrections country email name phone region street zip" },
  orders: {
    update:
      "shipping_city shipping_country shipping_email shipping_name shipping_phone shipping_region shipping_street shipping_zip user_id",
  },
  crm_leads: {
    insert:
      "arrived_at call_attempts call_back_at cod_status customer_id email id kpi_status logistic_status name phone source user_id workspace_id",
    update:
      "address call_attempts call_back_at call_reason called_by called_until cod_decision cod_status email kpi_status logistic_decision logistic_status name phone user_id",
  },
  crm_lead_events: { insert: "details id lead_id type user_id" },
  crm_tags: { insert: "color id name workspace_id", update: "color name" },
  crm_lead_tags: { insert: "lead_id tag_id" },
  figure_recounts: { insert: "workspace_id" },
  saved_views: {
    insert: "id is_shared list name position query user_id workspace_id",
    update: "is_shared name position query",
  },
};

test("signed-in people may write these columns and no others", async () => {
  const granted = await asOwner<{ table: string; verb: "insert" | "update"; columns: string }>(`
    select table_name as "table", lower(privilege_type) as verb, string_agg(column_name, ' ' order by column_name) as columns
    from information_schema.column_privileges
    where table_schema = 'public' and grantee in ('authenticated', 'PUBLIC') and privilege_type in ('INSERT', 'UPDATE')
    group by table_name, privilege_type`);
  const actual: typeof writableColumns = {};
  for (const { table, verb, columns } of granted) actual[table] = { ...actual[table], [verb]: columns };
  expect(actual).toEqual(writableColumns);
});

test("a valid token of someone without a membership shows not one row", async () => {
  const readable = await asOwner<{ table: string }>(`
    select table_name as "table" from information_schema.role_table_grants
    where grantee = 'authenticated' and table_schema = 'public' and privilege_type = 'SELECT'`);
  expect(readable.length).toBeGreaterThan(10);
  for (const { table } of readable) {
    expect((await asStranger((query) => query(`select from ${table} limit 1`))).rowCount, table).toBe(0);
  }
});

describe("strangers without a token", () => {
  test("have no right on any table or sequence of ours", async () => {
    const granted = await asOwner(`
      select grantee, table_schema, table_name, privilege_type from information_schema.role_table_grants
      where grantee in ('anon', 'PUBLIC') and table_schema in ('public', 'astra', 'graphile_worker')`);
    expect(granted).toEqual([]);
  });

  test("may run none of Astra's functions", async () => {
    const runnable = await asOwner(`
      select oid::regprocedure::text as function from pg_proc
      where pronamespace = 'astra'::regnamespace and has_function_privilege('anon', oid, 'execute')`);
    expect(runnable).toEqual([]);
    const calls = [
      "active_workspaces()",
      "colleagues(null)",
      "store_names(null)",
      "store_domains(null)",
      "own_stores()",
    ];
    for (const call of calls) {
      await expect(asAnon((query) => query(`select * from astra.${call}`))).rejects.toThrow(
        "permission denied",
      );
    }
  });
});

test("the app's bare login is no superuser, passes no policy, owns nothing and inherits nothing", async () => {
  const [login] = await asOwner(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'astra_app'`);
  expect(login).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolinherit: false,
  });
  expect(await asOwner("select relname from pg_class where relowner = 'astra_app'::regrole")).toEqual([]);
});
