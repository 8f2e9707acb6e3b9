-- The second wall: who may see and change what, whatever the application forgets. docs/data-model.md holds the table.
-- Every function call stands in a sub-select, so that Postgres evaluates it once per query and not once per row.

-- Roles. On Supabase, anon, authenticated and service_role exist; astra_app is the app's own login. It owns nothing and by
-- itself may read nothing: forUser and forSystem take on another role for one transaction. It gets its password
-- outside of the migrations.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'astra_app') then
    create role astra_app nologin noinherit;
  end if;
  grant authenticated, service_role to astra_app;
exception when insufficient_privilege then
  raise warning 'The role astra_app could not be made or granted (%): connect the app as postgres instead; forUser drops its rights.', sqlerrm;
end
$$;

revoke all on schema astra from public;
grant usage on schema astra to authenticated, service_role;
alter default privileges in schema astra revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;

-- Memberships of the person who asks, as functions: a policy on memberships that reads memberships would not end.
-- They run with their owner's rights, and live in a schema that the REST API does not expose.

create function astra.active_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships where user_id = (select auth.uid()) and is_active
$$;

-- Where the person sees everything.
create function astra.overview_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and role in ('admin', 'manager', 'viewer')
$$;

-- Where the person may change leads, orders and customers: all of them, or (a seller) those that the person sees.
create function astra.editing_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and role in ('admin', 'manager', 'seller')
$$;

create function astra.managed_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and role in ('admin', 'manager')
$$;

create function astra.admin_workspaces() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select workspace_id from public.memberships
  where user_id = (select auth.uid()) and is_active and role = 'admin'
$$;

-- The stores that the person owns, while the membership is active.
create function astra.own_stores() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select store.id from public.integrations store
  join public.memberships member on member.workspace_id = store.workspace_id and member.user_id = store.user_id
  where store.user_id = (select auth.uid()) and member.is_active and member.role in ('admin', 'manager', 'seller')
$$;

-- Orders and customers of the leads that the person was given to work, beyond those of the person's own stores.
create function astra.assigned_orders() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  select lead.order_id from public.crm_leads lead
  where lead.user_id = (select auth.uid()) and lead.order_id is not null
    and lead.integration_id in (select id from public.integrations where user_id <> (select auth.uid()))
$$;

create function astra.assigned_customers() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  select lead.customer_id from public.crm_leads lead
  where lead.user_id = (select auth.uid()) and lead.customer_id is not null
    and (
      lead.integration_id is null
      or lead.integration_id in (select id from public.integrations where user_id <> (select auth.uid()))
    )
$$;

-- Whether an account belongs to no workspace yet: an admin adds new accounts, and doesn't reach into another business.
create function astra.is_unattached(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from public.memberships where user_id = person)
$$;

-- Colleagues by name, for lists and timelines: of the e-mail and role of others, only admins and managers know.
create function astra.colleagues() returns table (id uuid, name text)
language sql stable security definer set search_path = '' rows 20 as $$
  select distinct person.id, person.name
  from public.memberships mine
  join public.memberships theirs on theirs.workspace_id = mine.workspace_id
  join public.users person on person.id = theirs.user_id
  where mine.user_id = (select auth.uid()) and mine.is_active
$$;

-- Names of the stores whose leads the person may see; the store itself (its settings) is another matter.
create function astra.store_names() returns table (id uuid, name text, type text)
language sql stable security definer set search_path = '' rows 20 as $$
  select store.id, store.name, store.type
  from public.integrations store
  join public.memberships member
    on member.workspace_id = store.workspace_id and member.user_id = (select auth.uid()) and member.is_active
  where member.role in ('admin', 'manager', 'viewer')
    or store.user_id = member.user_id
    or exists (
      select 1 from public.crm_leads lead where lead.user_id = member.user_id and lead.integration_id = store.id
    )
$$;

-- Writes the secrets of a store that the person may edit. Nothing reads them back for a person.
create function astra.set_store_secrets(store_id uuid, new_webhook_secret text, new_admin_access_token text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select 1 from public.integrations store
    where store.id = store_id
      and (
        store.workspace_id in (select astra.admin_workspaces())
        or (
          store.id in (select astra.own_stores())
          and store.workspace_id not in (select astra.managed_workspaces())
        )
      )
  ) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  insert into public.integration_secrets (integration_id, webhook_secret, admin_access_token)
  values (store_id, new_webhook_secret, new_admin_access_token)
  on conflict (integration_id) do update
  set webhook_secret = excluded.webhook_secret,
      previous_webhook_secret = public.integration_secrets.webhook_secret,
      previous_valid_until = now() + interval '24 hours',
      admin_access_token = coalesce(excluded.admin_access_token, public.integration_secrets.admin_access_token);
end
$$;

-- Only admins and managers hand a lead or an order to another seller.
create function astra.guard_reassignment() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.user_id is distinct from old.user_id
    and (select auth.uid()) is not null
    and old.workspace_id not in (select astra.managed_workspaces())
  then
    raise exception 'Only an admin or a manager may reassign.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger guard_reassignment before update of user_id on crm_leads
  for each row execute function astra.guard_reassignment();
create trigger guard_reassignment before update of user_id on orders
  for each row execute function astra.guard_reassignment();

-- A lead, order, store or product belongs to a member of its own workspace, who may have been deactivated since.
create function astra.guard_owner() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.user_id is not null and not exists (
    select 1 from public.memberships where workspace_id = new.workspace_id and user_id = new.user_id
  ) then
    raise exception 'The owner is not a member of the workspace.' using errcode = 'foreign_key_violation';
  end if;
  return new;
end
$$;
create trigger guard_owner before insert or update of user_id, workspace_id on integrations
  for each row execute function astra.guard_owner();
create trigger guard_owner before insert or update of user_id, workspace_id on products
  for each row execute function astra.guard_owner();
create trigger guard_owner before insert or update of user_id, workspace_id on orders
  for each row execute function astra.guard_owner();
create trigger guard_owner before insert or update of user_id, workspace_id on crm_leads
  for each row execute function astra.guard_owner();

-- An update that reads no column is checked by the UPDATE policies alone, so these repeat who sees the row.
-- Row level security on every table, for its owner too; nothing for anon; for the rest only what is granted below.
do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
    execute format('grant select, insert, update, delete on public.%I to service_role', name);
  end loop;
end
$$;
grant usage on schema public to authenticated, service_role;
revoke execute on all functions in schema astra from public;
grant execute on all functions in schema astra to authenticated, service_role;

-- service_role bypasses row level security on Supabase; the policies say the same where it does not.
do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create policy service on public.%I for all to service_role using (true) with check (true)', name);
  end loop;
end
$$;

-- workspaces
grant select on workspaces to authenticated;
grant update (name, currency, timezone) on workspaces to authenticated;
create policy members_read on workspaces for select to authenticated
  using (id in (select astra.active_workspaces()));
create policy admins_edit on workspaces for update to authenticated
  using (id in (select astra.admin_workspaces())) with check (id in (select astra.admin_workspaces()));

-- users
grant select on users to authenticated;
grant update (name, locale, timezone) on users to authenticated;
create policy read_self on users for select to authenticated
  using (id = (select auth.uid()) and (select exists (select astra.active_workspaces())));
create policy managers_read on users for select to authenticated
  using (exists (
    select 1 from memberships member
    where member.user_id = users.id and member.workspace_id in (select astra.managed_workspaces())
  ));
create policy edit_self on users for update to authenticated
  using (id = (select auth.uid()) and (select exists (select astra.active_workspaces())))
  with check (id = (select auth.uid()));

-- memberships
grant select on memberships to authenticated;
grant insert (workspace_id, user_id, role, is_active), update (role, is_active) on memberships to authenticated;
create policy read_own on memberships for select to authenticated
  using (user_id = (select auth.uid()) and is_active);
create policy managers_read on memberships for select to authenticated
  using (workspace_id in (select astra.managed_workspaces()));
create policy admins_add on memberships for insert to authenticated
  with check (workspace_id in (select astra.admin_workspaces()) and astra.is_unattached(user_id));
create policy admins_edit on memberships for update to authenticated
  using (workspace_id in (select astra.admin_workspaces()))
  with check (workspace_id in (select astra.admin_workspaces()));

-- user_settings
grant select, insert, update on user_settings to authenticated;
create policy own on user_settings for all to authenticated
  using (user_id = (select auth.uid()) and (select exists (select astra.active_workspaces())))
  with check (user_id = (select auth.uid()) and (select exists (select astra.active_workspaces())));

-- integrations: admins all, managers all read only, sellers their own, viewers none
grant select on integrations to authenticated;
grant insert (id, workspace_id, user_id, name, type, domain, is_active, cod_gateways) on integrations to authenticated;
grant update (user_id, name, domain, is_active, paused_reason, cod_gateways) on integrations to authenticated;
grant delete on integrations to authenticated;
create policy managers_read on integrations for select to authenticated
  using (workspace_id in (select astra.managed_workspaces()));
create policy sellers_read on integrations for select to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));
create policy admins_add on integrations for insert to authenticated
  with check (workspace_id in (select astra.admin_workspaces()));
create policy sellers_add on integrations for insert to authenticated
  with check (
    user_id = (select auth.uid())
    and workspace_id in (select astra.editing_workspaces())
    and workspace_id not in (select astra.managed_workspaces())
  );
create policy admins_edit on integrations for update to authenticated
  using (workspace_id in (select astra.admin_workspaces()))
  with check (workspace_id in (select astra.admin_workspaces()));
create policy sellers_edit on integrations for update to authenticated
  using (
    user_id = (select auth.uid())
    and workspace_id in (select astra.editing_workspaces())
    and workspace_id not in (select astra.managed_workspaces())
  )
  with check (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));
create policy admins_delete on integrations for delete to authenticated
  using (workspace_id in (select astra.admin_workspaces()));
create policy sellers_delete on integrations for delete to authenticated
  using (
    user_id = (select auth.uid())
    and workspace_id in (select astra.editing_workspaces())
    and workspace_id not in (select astra.managed_workspaces())
  );

-- integration_secrets, rate_limits, _prisma_migrations: no person's business, so no grant and no policy.

-- webhook_deliveries, privacy_requests: read by whoever may read the store; written by the ingest pipeline only
grant select on webhook_deliveries, privacy_requests to authenticated;
create policy with_store on webhook_deliveries for select to authenticated
  using (exists (select 1 from integrations store where store.id = integration_id));
create policy with_store on privacy_requests for select to authenticated
  using (exists (select 1 from integrations store where store.id = integration_id));

-- products: platform products (user_id null) are everybody's to read, and sellers' to read only
grant select, delete on products to authenticated;
grant insert (id, workspace_id, user_id, sku, name, stock, price, currency, low_stock_at),
  update (user_id, sku, name, stock, price, currency, low_stock_at) on products to authenticated;
create policy overview_read on products for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on products for select to authenticated
  using (
    (user_id is null or user_id = (select auth.uid())) and workspace_id in (select astra.active_workspaces())
  );
create policy managers_write on products for all to authenticated
  using (workspace_id in (select astra.managed_workspaces()))
  with check (workspace_id in (select astra.managed_workspaces()));
create policy sellers_write on products for all to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()))
  with check (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));

-- stock_movements: read with the product; a person's own movement only on a product the person may edit
grant select on stock_movements to authenticated;
grant insert (id, product_id, delta, reason) on stock_movements to authenticated;
create policy with_product on stock_movements for select to authenticated
  using (exists (select 1 from products product where product.id = product_id));
create policy editors_add on stock_movements for insert to authenticated
  with check (exists (
    select 1 from products product
    where product.id = product_id
      and (
        product.workspace_id in (select astra.managed_workspaces())
        or (product.user_id = (select auth.uid()) and product.workspace_id in (select astra.editing_workspaces()))
      )
  ));

-- customers: the overview roles all, sellers those who bought from them and those of leads assigned to them
grant select on customers to authenticated;
grant update (name, email, phone, street, city, region, zip, country, corrections) on customers to authenticated;
create policy overview_read on customers for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on customers for select to authenticated
  using (
    workspace_id in (select astra.editing_workspaces())
    and (
      exists (
        select 1 from customer_sellers known
        where known.customer_id = customers.id and known.user_id = (select auth.uid())
      )
      or id in (select astra.assigned_customers())
    )
  );
create policy managers_edit on customers for update to authenticated
  using (workspace_id in (select astra.managed_workspaces()))
  with check (workspace_id in (select astra.managed_workspaces()));
create policy sellers_edit on customers for update to authenticated
  using (
    workspace_id in (select astra.editing_workspaces())
    and (
      exists (
        select 1 from customer_sellers known
        where known.customer_id = customers.id and known.user_id = (select auth.uid())
      )
      or id in (select astra.assigned_customers())
    )
  )
  with check (
    workspace_id in (select astra.editing_workspaces())
    and (
      exists (
        select 1 from customer_sellers known
        where known.customer_id = customers.id and known.user_id = (select auth.uid())
      )
      or id in (select astra.assigned_customers())
    )
  );

-- customer_sellers: kept by the ingest pipeline
grant select on customer_sellers to authenticated;
create policy overview_read on customer_sellers for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on customer_sellers for select to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces()));

-- orders: the overview roles all, sellers those of their own stores, those credited to them and those of leads assigned
-- to them
grant select on orders to authenticated;
grant update (user_id, shipping_name, shipping_email, shipping_phone, shipping_street, shipping_city, shipping_region,
  shipping_zip, shipping_country) on orders to authenticated;
create policy overview_read on orders for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on orders for select to authenticated
  using (
    workspace_id in (select astra.active_workspaces())
    and (
      user_id = (select auth.uid())
      or integration_id in (select astra.own_stores())
      or id in (select astra.assigned_orders())
    )
  );
create policy managers_edit on orders for update to authenticated
  using (workspace_id in (select astra.managed_workspaces()))
  with check (workspace_id in (select astra.managed_workspaces()));
create policy sellers_edit on orders for update to authenticated
  using (
    workspace_id in (select astra.editing_workspaces())
    and (
      user_id = (select auth.uid())
      or integration_id in (select astra.own_stores())
      or id in (select astra.assigned_orders())
    )
  )
  with check (
    workspace_id in (select astra.editing_workspaces())
    and (
      user_id = (select auth.uid())
      or integration_id in (select astra.own_stores())
      or id in (select astra.assigned_orders())
    )
  );

-- order_items, order_refunds: as the order
grant select on order_items, order_refunds to authenticated;
create policy with_order on order_items for select to authenticated
  using (exists (select 1 from orders "order" where "order".id = order_id));
create policy with_order on order_refunds for select to authenticated
  using (exists (select 1 from orders "order" where "order".id = order_id));

-- crm_leads: the overview roles all, sellers those assigned to them and those of their own stores
grant select on crm_leads to authenticated;
grant insert (id, workspace_id, user_id, customer_id, name, email, phone, source, logistic_status, cod_status, kpi_status,
  call_attempts, call_back_at, arrived_at) on crm_leads to authenticated;
grant update (user_id, name, email, phone, logistic_status, cod_status, kpi_status, logistic_set_by_person,
  cod_set_by_person, call_attempts, call_back_at) on crm_leads to authenticated;
create policy overview_read on crm_leads for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));
create policy sellers_read on crm_leads for select to authenticated
  using (
    workspace_id in (select astra.active_workspaces())
    and (user_id = (select auth.uid()) or integration_id in (select astra.own_stores()))
  );
create policy managers_add on crm_leads for insert to authenticated
  with check (
    workspace_id in (select astra.managed_workspaces()) and source = 'manual'
    and (customer_id is null or exists (
      select 1 from customers known where known.id = customer_id and known.workspace_id = crm_leads.workspace_id
    ))
  );
create policy sellers_add on crm_leads for insert to authenticated
  with check (
    workspace_id in (select astra.editing_workspaces()) and source = 'manual' and user_id = (select auth.uid())
    and (customer_id is null or exists (
      select 1 from customers known where known.id = customer_id and known.workspace_id = crm_leads.workspace_id
    ))
  );
create policy managers_edit on crm_leads for update to authenticated
  using (workspace_id in (select astra.managed_workspaces()))
  with check (workspace_id in (select astra.managed_workspaces()));
create policy sellers_edit on crm_leads for update to authenticated
  using (
    workspace_id in (select astra.editing_workspaces())
    and (user_id = (select auth.uid()) or integration_id in (select astra.own_stores()))
  )
  with check (
    workspace_id in (select astra.editing_workspaces())
    and (user_id = (select auth.uid()) or integration_id in (select astra.own_stores()))
  );

-- crm_lead_events: read with the lead; a person writes only in the own name; nothing is rewritten
grant select on crm_lead_events to authenticated;
grant insert (id, lead_id, user_id, type, details) on crm_lead_events to authenticated;
create policy with_lead on crm_lead_events for select to authenticated
  using (exists (select 1 from crm_leads lead where lead.id = lead_id));
create policy editors_add on crm_lead_events for insert to authenticated
  with check (
    user_id = (select auth.uid())
    and exists (
      select 1 from crm_leads lead
      where lead.id = lead_id and lead.workspace_id in (select astra.editing_workspaces())
    )
  );

-- crm_tags, crm_lead_tags
grant select, delete on crm_tags to authenticated;
grant insert (id, workspace_id, name, color), update (name, color) on crm_tags to authenticated;
create policy members_read on crm_tags for select to authenticated
  using (workspace_id in (select astra.active_workspaces()));
create policy editors_add on crm_tags for insert to authenticated
  with check (workspace_id in (select astra.editing_workspaces()));
create policy managers_edit on crm_tags for update to authenticated
  using (workspace_id in (select astra.managed_workspaces()))
  with check (workspace_id in (select astra.managed_workspaces()));
create policy managers_delete on crm_tags for delete to authenticated
  using (workspace_id in (select astra.managed_workspaces()));
grant select, delete on crm_lead_tags to authenticated;
grant insert (lead_id, tag_id) on crm_lead_tags to authenticated;
create policy with_lead on crm_lead_tags for select to authenticated
  using (exists (select 1 from crm_leads lead where lead.id = lead_id));
create policy editors_add on crm_lead_tags for insert to authenticated
  with check (
    exists (
      select 1 from crm_leads lead
      join crm_tags tag on tag.workspace_id = lead.workspace_id
      where lead.id = lead_id and tag.id = tag_id and lead.workspace_id in (select astra.editing_workspaces())
    )
  );
create policy editors_delete on crm_lead_tags for delete to authenticated
  using (exists (
    select 1 from crm_leads lead
    where lead.id = lead_id and lead.workspace_id in (select astra.editing_workspaces())
  ));
