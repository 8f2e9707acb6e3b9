-- The working day: search, filters, saved views, calling, merging.

DROP INDEX "order_items_product_sku_idx";

DROP INDEX "crm_lead_tags_tag_id_idx";

ALTER TABLE "workspaces" ADD COLUMN     "call_rules" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "user_settings" ADD COLUMN     "list_preferences" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "customers" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

ALTER TABLE "orders" ADD COLUMN     "store_user_id" UUID;

ALTER TABLE "order_items" ADD COLUMN     "ordered_at" TIMESTAMPTZ(3),
ADD COLUMN     "workspace_id" UUID;

ALTER TABLE "crm_leads" ADD COLUMN     "called_by" UUID,
ADD COLUMN     "called_until" TIMESTAMPTZ(3),
ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "store_user_id" UUID,
ADD COLUMN     "value" DECIMAL(14,3);

ALTER TABLE "crm_lead_tags" ADD COLUMN     "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "saved_views" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "saved_views_user_id_idx" ON "saved_views"("user_id");

CREATE UNIQUE INDEX "saved_views_workspace_id_user_id_list_name_key" ON "saved_views"("workspace_id", "user_id", "list", "name");

CREATE INDEX "customers_merged_into_id_idx" ON "customers"("merged_into_id");

CREATE INDEX "orders_store_user_id_order_created_at_id_idx" ON "orders"("store_user_id", "order_created_at" DESC, "id" DESC);

CREATE INDEX "orders_user_id_status_order_created_at_id_idx" ON "orders"("user_id", "status", "order_created_at" DESC, "id" DESC);

CREATE INDEX "order_items_workspace_id_product_sku_ordered_at_order_id_idx" ON "order_items"("workspace_id", "product_sku", "ordered_at" DESC, "order_id");

CREATE INDEX "crm_leads_store_user_id_arrived_at_id_idx" ON "crm_leads"("store_user_id", "arrived_at" DESC, "id" DESC);

CREATE INDEX "crm_leads_called_by_idx" ON "crm_leads"("called_by");

CREATE INDEX "crm_leads_workspace_id_phone_arrived_at_idx" ON "crm_leads"("workspace_id", "phone", "arrived_at" DESC);

CREATE INDEX "crm_leads_workspace_id_email_arrived_at_idx" ON "crm_leads"("workspace_id", "email", "arrived_at" DESC);

CREATE INDEX "crm_leads_workspace_id_value_id_idx" ON "crm_leads"("workspace_id", "value" DESC, "id" DESC);

CREATE INDEX "crm_leads_user_id_cod_status_arrived_at_id_idx" ON "crm_leads"("user_id", "cod_status", "arrived_at" DESC, "id" DESC);

CREATE INDEX "crm_leads_user_id_kpi_status_arrived_at_id_idx" ON "crm_leads"("user_id", "kpi_status", "arrived_at" DESC, "id" DESC);

CREATE INDEX "crm_leads_user_id_logistic_status_arrived_at_id_idx" ON "crm_leads"("user_id", "logistic_status", "arrived_at" DESC, "id" DESC);

CREATE INDEX "crm_leads_workspace_id_call_back_at_idx" ON "crm_leads"("workspace_id", "call_back_at");

CREATE INDEX "crm_lead_tags_tag_id_arrived_at_lead_id_idx" ON "crm_lead_tags"("tag_id", "arrived_at" DESC, "lead_id" DESC);

ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks

alter table saved_views
  add constraint saved_views_list_check check (list in ('leads', 'orders', 'customers')),
  add constraint saved_views_name_check check (name = btrim(name) and length(name) between 1 and 60),
  add constraint saved_views_query_check check (length(query) <= 2000);
alter table customers add constraint customers_merged_into_check check (merged_into_id <> id);

create trigger touch_updated_at before update on saved_views for each row execute function astra.touch_updated_at();

-- Text to search in and for: lower case, without accents, so that "stefan" finds "Ștefan".
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;
create extension if not exists unaccent with schema extensions;

create function astra.normalise(value text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select lower(extensions.unaccent('extensions.unaccent'::regdictionary, regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g')))
$$;

-- The domain of an e-mail stands in too many rows to tell any apart; the local part does.
create function astra.search_text(name text, phone text, email text, number text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select concat_ws(' ', astra.normalise(name), regexp_replace(phone, '[^0-9]', '', 'g'),
    astra.normalise(split_part(email, '@', 1)), ltrim(astra.normalise(number), '#'))
$$;

-- What leads, orders, lines and tags repeat of other rows is kept here, whoever writes them.

create function astra.complete_lead() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  number text;
begin
  if new.order_id is not null then
    select "order".order_number into number from public.orders "order" where "order".id = new.order_id;
  end if;
  new.search_text := astra.search_text(new.name, new.phone, new.email, number);
  if tg_op = 'INSERT' and new.integration_id is not null then
    select store.user_id into new.store_user_id from public.integrations store where store.id = new.integration_id;
  end if;
  return new;
end
$$;
create trigger complete_lead before insert or update of name, email, phone on crm_leads
  for each row execute function astra.complete_lead();

create function astra.complete_order() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select store.user_id into new.store_user_id from public.integrations store where store.id = new.integration_id;
  return new;
end
$$;
create trigger complete_order before insert on orders for each row execute function astra.complete_order();

create function astra.complete_customer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.search_text := astra.search_text(new.name, new.phone, new.email, null);
  return new;
end
$$;
create trigger complete_customer before insert or update of name, email, phone on customers
  for each row execute function astra.complete_customer();

create function astra.complete_order_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select "order".workspace_id, "order".order_created_at into new.workspace_id, new.ordered_at
  from public.orders "order" where "order".id = new.order_id;
  return new;
end
$$;
create trigger complete_order_item before insert on order_items for each row execute function astra.complete_order_item();

create function astra.complete_lead_tag() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select lead.arrived_at into new.arrived_at from public.crm_leads lead where lead.id = new.lead_id;
  return new;
end
$$;
create trigger complete_lead_tag before insert on crm_lead_tags for each row execute function astra.complete_lead_tag();

-- A store that changes hands takes its leads and orders along.
create function astra.follow_store_owner() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.crm_leads set store_user_id = new.user_id where integration_id = new.id;
  update public.orders set store_user_id = new.user_id where integration_id = new.id;
  return null;
end
$$;
create trigger follow_store_owner after update of user_id on integrations
  for each row when (old.user_id is distinct from new.user_id) execute function astra.follow_store_owner();

update crm_leads lead set store_user_id = store.user_id from integrations store where store.id = lead.integration_id;
update orders "order" set store_user_id = store.user_id from integrations store where store.id = "order".integration_id;
update crm_leads lead set value = "order".current_total_amount from orders "order" where "order".id = lead.order_id;
update crm_leads lead set search_text = astra.search_text(lead.name, lead.phone, lead.email,
  (select "order".order_number from orders "order" where "order".id = lead.order_id));
update customers set search_text = astra.search_text(name, phone, email, null);
update order_items item set workspace_id = "order".workspace_id, ordered_at = "order".order_created_at
  from orders "order" where "order".id = item.order_id;
update crm_lead_tags tagged set arrived_at = lead.arrived_at from crm_leads lead where lead.id = tagged.lead_id;

create index crm_leads_search on crm_leads using gin (workspace_id, search_text extensions.gin_trgm_ops);
create index customers_search on customers using gin (workspace_id, search_text extensions.gin_trgm_ops);
-- Leads of a store that somebody else works: few, and the second place where a seller's own leads are.
create index crm_leads_handed_over on crm_leads (store_user_id, arrived_at desc, id desc) where user_id <> store_user_id;
create index orders_handed_over on orders (store_user_id, order_created_at desc, id desc) where user_id <> store_user_id;

-- The work queues: each tab of the leads list is a small part of all leads.
create index crm_leads_to_call on crm_leads (workspace_id, arrived_at desc, id desc)
  where logistic_status = 'pending' and cod_status in ('pending', 'no_answer', 'postponed');
create index crm_leads_to_ship on crm_leads (workspace_id, arrived_at desc, id desc)
  where logistic_status in ('pending', 'packed') and cod_status in ('confirmed', 'collected', 'not_cod');
create index crm_leads_shipped on crm_leads (workspace_id, arrived_at desc, id desc)
  where logistic_status in ('shipped', 'in_transit');
create index crm_leads_returned on crm_leads (workspace_id, arrived_at desc, id desc)
  where logistic_status = 'returned' or cod_status = 'refused';

-- Access

revoke execute on function astra.complete_lead(), astra.complete_order(), astra.complete_customer(), astra.complete_order_item(),
  astra.complete_lead_tag(), astra.follow_store_owner(), astra.normalise(text), astra.search_text(text, text, text, text) from public;
grant execute on function astra.normalise(text), astra.search_text(text, text, text, text) to authenticated, service_role;

alter table saved_views enable row level security;
alter table saved_views force row level security;
revoke all on saved_views from anon, authenticated;
grant select, insert, update, delete on saved_views to service_role;
create policy service on saved_views for all to service_role using (true) with check (true);
grant select, delete on saved_views to authenticated;
grant insert (id, workspace_id, user_id, list, name, query, is_shared), update (name, query, is_shared) on saved_views to authenticated;
create policy members_read on saved_views for select to authenticated
  using ((is_shared or user_id = (select auth.uid())) and workspace_id in (select astra.active_workspaces()));
create policy own on saved_views for all to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces()))
  with check (user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces()));

grant update (call_rules) on workspaces to authenticated;
grant insert (value), update (value, called_by, called_until) on crm_leads to authenticated;

-- A seller's leads and orders by plain columns: the seller works them, or owns the store.
drop policy sellers_read on crm_leads;
create policy sellers_read on crm_leads for select to authenticated
  using (
    (user_id = (select auth.uid()) or store_user_id = (select auth.uid()))
    and workspace_id in (select astra.editing_workspaces())
  );
drop policy sellers_edit on crm_leads;
create policy sellers_edit on crm_leads for update to authenticated
  using (
    (user_id = (select auth.uid()) or store_user_id = (select auth.uid()))
    and workspace_id in (select astra.editing_workspaces())
  )
  with check (
    (user_id = (select auth.uid()) or store_user_id = (select auth.uid()))
    and workspace_id in (select astra.editing_workspaces())
  );

-- What a seller knows of a customer is counted from the orders; whoever changes a lead lets it be counted anew.
create function astra.refresh_customer_sellers(customer uuid) returns void
language sql security definer set search_path = '' as $$
  -- Two orders of one customer may change at once: each counts after the other has been written.
  select 1 from public.customers where id = customer for no key update;
  with sale as (
    select seller.user_id, "order".workspace_id, "order".currency, "order".current_total_amount, "order".order_created_at,
      "order".is_test, lead.kpi_status
    from public.orders "order"
    left join public.crm_leads lead on lead.order_id = "order".id
    cross join lateral (select "order".user_id union select "order".store_user_id union select lead.user_id) seller
    where "order".customer_id = customer and seller.user_id is not null
  ), spent as (
    select user_id, jsonb_object_agg(currency, amount::text) as amounts
    from (
      select user_id, currency, sum(current_total_amount) as amount from sale
      where kpi_status = 'paid' and not is_test group by user_id, currency
    ) per_currency
    group by user_id
  )
  insert into public.customer_sellers (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
  select customer, sale.user_id, sale.workspace_id, count(*) filter (where not sale.is_test),
    coalesce(min(spent.amounts::text)::jsonb, '{}'), min(sale.order_created_at), max(sale.order_created_at)
  from sale left join spent on spent.user_id = sale.user_id
  group by sale.user_id, sale.workspace_id
  on conflict (customer_id, user_id) do update
  set orders_count = excluded.orders_count, spent = excluded.spent, first_order_at = excluded.first_order_at,
    last_order_at = excluded.last_order_at
$$;
revoke execute on function astra.refresh_customer_sellers(uuid) from public;
grant execute on function astra.refresh_customer_sellers(uuid) to authenticated, service_role;
