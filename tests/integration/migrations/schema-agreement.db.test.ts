import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noFilters, readSchema, withSchemaEngine } from "#scripts/schema-engine.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { randomName } from "#tests/support/people.ts";
import { type Catalog, extra, readCatalog } from "./catalog.ts";

/** What the migrations add because Prisma's schema language has no words for it. */
const checks = [
  "crm_leads crm_leads_address_check",
  "crm_leads crm_leads_call_attempts_check",
  "crm_leads crm_leads_call_reason_check",
  "crm_leads crm_leads_cod_decision_check",
  "crm_leads crm_leads_cod_status_check",
  "crm_leads crm_leads_corrections_check",
  "crm_leads crm_leads_kpi_status_check",
  "crm_leads crm_leads_logistic_decision_check",
  "crm_leads crm_leads_logistic_status_check",
  "crm_leads crm_leads_order_check",
  "crm_leads crm_leads_source_check",
  "crm_leads crm_leads_texts_check",
  "crm_leads crm_leads_times_check",
  "crm_tags crm_tags_color_check",
  "crm_tags crm_tags_name_check",
  "customers customers_corrections_check",
  "customers customers_merged_into_check",
  "customers customers_phone_check",
  "customers customers_texts_check",
  "integrations integrations_answers_size_check",
  "integrations integrations_default_country_check",
  "integrations integrations_domain_check",
  "integrations integrations_gateways_size_check",
  "integrations integrations_meanings_check",
  "integrations integrations_payment_kinds_check",
  "integrations integrations_payment_methods_check",
  "integrations integrations_status_map_check",
  "integrations integrations_texts_check",
  "integrations integrations_type_check",
  "invitations invitations_email_check",
  "invitations invitations_name_check",
  "invitations invitations_role_check",
  "invitations invitations_token_hash_check",
  "lead_arrivals lead_arrivals_span_check",
  "lead_figures lead_figures_span_check",
  "memberships memberships_role_check",
  "ordered_products ordered_products_span_check",
  "orders orders_amount_due_check",
  "orders orders_buyer_address_check",
  "orders orders_call_reason_check",
  "orders orders_corrections_check",
  "orders orders_currency_check",
  "orders orders_fulfillment_status_check",
  "orders orders_parent_check",
  "orders orders_parent_relation_check",
  "orders orders_payment_kind_check",
  "orders orders_payment_status_check",
  "orders orders_received_amount_check",
  "orders orders_refunded_amount_check",
  "orders orders_shipment_check",
  "orders orders_shipping_check",
  "orders orders_status_check",
  "outbox_events outbox_events_type_check",
  "privacy_requests privacy_requests_kind_check",
  "product_aliases product_aliases_sku_check",
  "product_figures product_figures_span_check",
  "product_imports product_imports_file_name_check",
  "product_imports product_imports_undone_at_check",
  "products products_archived_at_check",
  "products products_currency_check",
  "products products_low_stock_at_check",
  "products products_photo_check",
  "products products_price_check",
  "products products_sku_check",
  "products products_texts_check",
  "saved_views saved_views_list_check",
  "saved_views saved_views_name_check",
  "saved_views saved_views_query_check",
  "stock_alerts stock_alerts_kind_check",
  "stock_allocations stock_allocations_amounts_check",
  "stock_movements stock_movements_bounds_check",
  "stock_movements stock_movements_cause_check",
  "stock_movements stock_movements_kind_check",
  "user_settings user_settings_list_preferences_size_check",
  "users users_browser_locale_check",
  "users users_locale_check",
  "users users_texts_check",
  "users users_time_format_check",
  "webhook_deliveries webhook_deliveries_payload_encoding_check",
  "webhook_deliveries webhook_deliveries_status_check",
  "workspace_figures workspace_figures_part_check",
  "workspace_figures workspace_figures_span_check",
  "workspaces workspaces_currency_check",
  "workspaces workspaces_low_stock_at_check",
  "workspaces workspaces_payload_days_check",
  "workspaces workspaces_slug_check",
  "workspaces workspaces_texts_check",
];

/** Indexes over an expression, over part of a table, and for search. */
const ownIndexes = [
  "CREATE INDEX crm_lead_events_former_buyer ON public.crm_lead_events USING btree (((details ->> 'fromId'::text))) WHERE (type = 'buyer_changed'::text)",
  "CREATE INDEX crm_leads_assigned ON public.crm_leads USING btree (user_id) INCLUDE (order_id, customer_id) WHERE (user_id IS DISTINCT FROM store_user_id)",
  "CREATE INDEX crm_leads_by_hand ON public.crm_leads USING btree (user_id) INCLUDE (customer_id) WHERE ((order_id IS NULL) AND (customer_id IS NOT NULL))",
  "CREATE INDEX crm_leads_call_queue ON public.crm_leads USING btree (workspace_id, call_back_at, value DESC NULLS LAST, arrived_at, id) WHERE to_call",
  "CREATE INDEX crm_leads_handed_over ON public.crm_leads USING btree (store_user_id, arrived_at DESC, id DESC) WHERE (user_id <> store_user_id)",
  "CREATE INDEX crm_leads_returned ON public.crm_leads USING btree (workspace_id, arrived_at DESC, id DESC) WHERE ((logistic_status = 'returned'::text) OR (cod_status = 'refused'::text))",
  "CREATE INDEX crm_leads_search ON public.crm_leads USING gin (workspace_id, search_text extensions.gin_trgm_ops)",
  "CREATE INDEX crm_leads_sellers_to_call ON public.crm_leads USING btree (user_id, arrived_at DESC, id DESC) WHERE to_call",
  "CREATE INDEX crm_leads_shipped ON public.crm_leads USING btree (workspace_id, arrived_at DESC, id DESC) WHERE (logistic_status = ANY (ARRAY['shipped'::text, 'in_transit'::text]))",
  "CREATE INDEX crm_leads_to_call ON public.crm_leads USING btree (workspace_id, arrived_at DESC, id DESC) WHERE to_call",
  "CREATE INDEX crm_leads_to_ship ON public.crm_leads USING btree (workspace_id, arrived_at DESC, id DESC) WHERE ((logistic_status = ANY (ARRAY['pending'::text, 'packed'::text])) AND (cod_status = ANY (ARRAY['confirmed'::text, 'collected'::text, 'not_cod'::text])))",
  "CREATE INDEX customer_contacts_search ON public.customer_contacts USING gin (user_id, search_text extensions.gin_trgm_ops)",
  "CREATE INDEX customer_contacts_user_id_lower_email_idx ON public.customer_contacts USING btree (user_id, lower(email))",
  "CREATE INDEX customers_merged_email ON public.customers USING btree (workspace_id, lower((store_values ->> 'email'::text))) WHERE (merged_into_id IS NOT NULL)",
  "CREATE INDEX customers_refused ON public.customers USING btree (workspace_id, created_at DESC, id DESC) WHERE (refused_count > 0)",
  "CREATE INDEX customers_search ON public.customers USING gin (workspace_id, search_text extensions.gin_trgm_ops)",
  "CREATE INDEX lead_figures_handed_over ON public.lead_figures USING btree (store_user_id, span, starts_at) WHERE (user_id <> store_user_id)",
  "CREATE INDEX orders_external_customer ON public.orders USING btree (integration_id, external_customer_id) WHERE (external_customer_id IS NOT NULL)",
  "CREATE INDEX orders_external_parent ON public.orders USING btree (integration_id, external_parent_id) WHERE (external_parent_id IS NOT NULL)",
  "CREATE INDEX orders_handed_over ON public.orders USING btree (store_user_id, order_created_at DESC, id DESC) WHERE (user_id <> store_user_id)",
  "CREATE INDEX orders_handed_over_by_total ON public.orders USING btree (store_user_id, current_total_thousandths DESC, id DESC) WHERE (user_id <> store_user_id)",
  "CREATE INDEX orders_unknown_payment ON public.orders USING btree (integration_id) WHERE (payment_kind = 'unknown'::text)",
  "CREATE INDEX orders_unknown_status ON public.orders USING btree (integration_id) WHERE is_status_unknown",
  "CREATE INDEX stock_allocations_reserved ON public.stock_allocations USING btree (product_id) WHERE (reserved > 0)",
  "CREATE INDEX stock_allocations_to_check ON public.stock_allocations USING btree (product_id) WHERE (to_check > 0)",
  "CREATE INDEX webhook_deliveries_kept ON public.webhook_deliveries USING btree (integration_id, processed_at) WHERE ((status = ANY (ARRAY['processed'::text, 'ignored'::text])) AND (payload <> '\\x'::bytea))",
  "CREATE INDEX webhook_deliveries_large ON public.webhook_deliveries USING btree (integration_id, received_at) WHERE (is_large AND (next_attempt_at IS NOT NULL))",
  "CREATE INDEX webhook_deliveries_not_taken ON public.webhook_deliveries USING btree (integration_id, status, received_at DESC, id DESC) WHERE (status = ANY (ARRAY['failed'::text, 'ignored'::text]))",
  "CREATE INDEX webhook_deliveries_traces ON public.webhook_deliveries USING gin (traces)",
  "CREATE INDEX webhook_deliveries_untraced ON public.webhook_deliveries USING btree (integration_id, received_at) INCLUDE (is_large) WHERE ((traces IS NULL) AND (payload <> '\\x'::bytea))",
  "CREATE UNIQUE INDEX crm_tags_workspace_id_lower_name_key ON public.crm_tags USING btree (workspace_id, lower(name))",
  "CREATE UNIQUE INDEX customers_workspace_id_lower_email_key ON public.customers USING btree (workspace_id, lower(email))",
  "CREATE UNIQUE INDEX product_aliases_workspace_id_user_id_sku_key ON public.product_aliases USING btree (workspace_id, user_id, sku) NULLS NOT DISTINCT",
  "CREATE UNIQUE INDEX products_workspace_id_user_id_sku_key ON public.products USING btree (workspace_id, user_id, sku) NULLS NOT DISTINCT",
];

const ownTriggers = [
  "crm_lead_events announce_lead_events",
  "crm_lead_events guard_details",
  "crm_lead_tags complete_lead_tag",
  "crm_leads complete_lead",
  "crm_leads derive_kpi_status",
  "crm_leads follow_lead",
  "crm_leads follow_lead_by_hand",
  "crm_leads follow_sellers",
  "crm_leads guard_arrival",
  "crm_leads guard_calling",
  "crm_leads guard_owner",
  "crm_leads guard_reassignment",
  "crm_leads know_buyer",
  "crm_leads note_corrections",
  "crm_leads note_deletes",
  "crm_leads note_inserts",
  "crm_leads note_products_of_deletes",
  "crm_leads note_products_of_inserts",
  "crm_leads note_products_of_updates",
  "crm_leads note_stock",
  "crm_leads note_stock_change",
  "crm_leads note_stock_gone",
  "crm_leads note_updates",
  "crm_tags limit_tags",
  "customer_contacts complete_customer",
  "customer_sellers follow_deletes",
  "customer_sellers follow_inserts",
  "customer_sellers follow_updates",
  "customers complete_customer",
  "figure_recounts queue_recount",
  "integrations await_store_owner",
  "integrations begin_answers",
  "integrations follow_store_owner",
  "integrations guard_owner",
  "integrations limit_new_stores",
  "integrations queue_answers",
  "invitations limit_invitations",
  "invitations note_invitation_sent",
  "memberships keep_one_admin",
  "order_items complete_order_item",
  "order_items note_products_of_deletes",
  "order_items note_products_of_inserts",
  "order_items note_products_of_updates",
  "order_items note_stock",
  "order_items note_stock_change",
  "order_items skip_unchanged",
  "orders complete_order",
  "orders follow_order_currency",
  "orders follow_order_words",
  "orders follow_sellers",
  "orders guard_owner",
  "orders guard_reassignment",
  "orders keep_redacted",
  "orders note_corrections",
  "orders note_left_buyer",
  "orders note_stock",
  "product_aliases guard_alias",
  "product_aliases guard_owner",
  "products guard_owner",
  "products guard_stock",
  "products keep_sold_product",
  "products queue_deleted_photo_removal",
  "products queue_photo_removal",
  "saved_views limit_saved_views",
  "saved_views limit_shared_views",
  "stock_alerts queue_stock_alerts",
  "stock_due settle_due",
  "stock_movements add_movements",
  "stock_movements complete_movement",
  "user_settings guard_chat",
];

const generated = [
  "crm_leads.to_call ((call_reason IS NOT NULL) OR ((logistic_status = 'pending'::text) AND (cod_status = ANY (ARRAY['pending'::text, 'no_answer'::text, 'postponed'::text]))))",
  "crm_leads.value_thousandths ((value * (1000)::numeric))::bigint",
  `orders.current_total_thousandths 
CASE
    WHEN (abs(current_total_amount) < (1000000000)::numeric) THEN ((current_total_amount * (1000)::numeric))::bigint
    ELSE '-1000000000000000'::bigint
END`,
  "orders.is_cod (payment_kind = 'cash_on_delivery'::text)",
  "stock_allocations.to_check (((came_back - returned_sellable) - returned_damaged) - not_returned)",
];

describe("the Prisma schema and the migrations agree", () => {
  const database = `schema_${randomName().replace("-", "_")}`;
  let fromSchema: Catalog;
  let fromMigrations: Catalog;

  beforeAll(async () => {
    const { DIRECT_URL = "" } = ownAstra().env;
    const url = new URL(DIRECT_URL);
    url.pathname = `/${database}`;
    await asOwner(`create database ${database}`);
    await runScript(url.href, await scriptOfSchema(DIRECT_URL));
    fromSchema = await readCatalog(url.href);
    fromMigrations = await readCatalog(DIRECT_URL);
  });

  afterAll(() => asOwner(`drop database if exists ${database}`));

  test("on columns, their types, defaults and nullability", () => {
    expect(fromSchema.columns.length).toBeGreaterThan(100);
    expect(fromMigrations.columns).toEqual(fromSchema.columns);
  });

  test("on primary, unique and foreign keys", () => {
    expect(fromSchema.keys.length).toBeGreaterThan(30);
    expect(fromMigrations.keys).toEqual(fromSchema.keys);
  });

  test("on indexes, but for those that its language has no words for", () => {
    expect(extra(fromSchema.indexes, fromMigrations.indexes)).toEqual([]);
    expect(extra(fromMigrations.indexes, fromSchema.indexes)).toEqual(ownIndexes);
  });

  test("and the migrations add the named checks, triggers and generated columns, no others", () => {
    const touched = fromSchema.columns
      .filter((line) => line.includes(".updated_at "))
      .map((line) => `${line.split(".")[0]} touch_updated_at`);
    expect(fromSchema.checks).toEqual([]);
    expect(fromMigrations.checks).toEqual(checks);
    expect(fromMigrations.triggers).toEqual([...ownTriggers, ...touched].sort());
    expect(fromSchema.generated).toEqual([]);
    expect(fromMigrations.generated).toEqual(generated);
  });
});

async function scriptOfSchema(connectionString: string): Promise<string> {
  const files = (await readSchema()).map(([path, content]) => ({ path, content }));
  const { stdout } = await withSchemaEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  );
  if (!stdout) throw new Error("The schema engine wrote no script.");
  return stdout;
}

async function runScript(connectionString: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}
