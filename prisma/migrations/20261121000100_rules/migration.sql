-- Rules that Prisma's schema language can't express: checks, expression indexes, triggers.

create schema if not exists astra;

-- Statuses are text with a CHECK: enum comparison is not leakproof, so row level security would keep it from an index.
alter table memberships add constraint memberships_role_check check (role in ('admin', 'manager', 'seller', 'viewer'));
alter table integrations
  add constraint integrations_type_check check (type in ('shopify', 'woocommerce')),
  add constraint integrations_domain_check check (domain = lower(domain) and domain !~ '^[a-z]+://' and domain <> '');
alter table webhook_deliveries
  add constraint webhook_deliveries_status_check check (status in ('received', 'processed', 'ignored', 'failed'));
alter table privacy_requests
  add constraint privacy_requests_kind_check check (kind in ('data_request', 'redact_customer', 'redact_shop'));
alter table customers add constraint customers_phone_check check (phone ~ '^\+[1-9][0-9]{4,14}$');
alter table orders
  add constraint orders_status_check
    check (status in ('pending', 'processing', 'shipped', 'delivered', 'cancelled', 'refunded')),
  add constraint orders_payment_status_check
    check (payment_status in ('pending', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded', 'voided', 'failed')),
  add constraint orders_fulfillment_status_check
    check (fulfillment_status in ('unfulfilled', 'partial', 'fulfilled')),
  add constraint orders_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint orders_refunded_amount_check check (refunded_amount >= 0);
alter table products add constraint products_currency_check check (currency ~ '^[A-Z]{3}$');
alter table workspaces
  add constraint workspaces_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint workspaces_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table crm_leads
  add constraint crm_leads_source_check check (source in ('shopify', 'woocommerce', 'manual')),
  add constraint crm_leads_logistic_status_check
    check (logistic_status in ('pending', 'packed', 'shipped', 'in_transit', 'delivered', 'returned', 'cancelled')),
  add constraint crm_leads_cod_status_check
    check (cod_status in ('not_cod', 'pending', 'no_answer', 'postponed', 'wrong_number', 'confirmed', 'rejected', 'fake',
                          'duplicate', 'collected', 'refused')),
  add constraint crm_leads_kpi_status_check check (kpi_status in ('rejected', 'paid', 'shipped', 'waiting')),
  add constraint crm_leads_order_check check ((source = 'manual') = (order_id is null)),
  add constraint crm_leads_call_attempts_check check (call_attempts >= 0);
alter table crm_tags
  add constraint crm_tags_color_check check (color in ('gray', 'green', 'amber', 'blue', 'violet', 'red')),
  add constraint crm_tags_name_check check (name = btrim(name) and length(name) between 1 and 40);

create unique index customers_workspace_id_lower_email_key on customers (workspace_id, lower(email));
create unique index products_workspace_id_user_id_sku_key on products (workspace_id, user_id, sku) nulls not distinct;

-- updated_at tells when a row last changed, whoever changed it.
create function astra.touch_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;

do $$
declare name text;
begin
  for name in
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'updated_at'
  loop
    execute format('create trigger touch_updated_at before update on public.%I for each row execute function astra.touch_updated_at()', name);
  end loop;
end
$$;

-- A workspace always keeps one active admin. The lock on the workspace makes two admins who demote each other take turns.
create function astra.keep_one_admin() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.role <> 'admin' or not old.is_active then
    return null;
  end if;
  perform 1 from public.workspaces where id = old.workspace_id for update;
  if not exists (
    select 1 from public.memberships where workspace_id = old.workspace_id and role = 'admin' and is_active
  ) then
    raise exception 'A workspace keeps at least one active admin.' using errcode = 'check_violation', constraint = 'memberships_one_admin';
  end if;
  return null;
end
$$;
create trigger keep_one_admin after update or delete on memberships
  for each row execute function astra.keep_one_admin();

-- Every account has its row in users. Some auth servers write raw_user_meta_data as a JSON string inside the jsonb.
create function astra.text_metadata(metadata jsonb, key text) returns text language sql immutable set search_path = '' as $$
  select case jsonb_typeof(metadata)
    when 'string' then ((metadata #>> '{}')::jsonb) ->> key
    when 'object' then metadata ->> key
  end
$$;

create function astra.sync_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.users (id, name, email)
  values (
    new.id,
    coalesce(nullif(btrim(astra.text_metadata(new.raw_user_meta_data, 'name')), ''), split_part(new.email, '@', 1)),
    lower(new.email)
  )
  on conflict (id) do update set email = excluded.email;
  return null;
end
$$;
create trigger astra_sync_user after insert or update of email on auth.users
  for each row execute function astra.sync_user();

insert into users (id, name, email)
select id, coalesce(nullif(btrim(astra.text_metadata(raw_user_meta_data, 'name')), ''), split_part(email, '@', 1)), lower(email)
from auth.users where email is not null
on conflict (id) do nothing;
