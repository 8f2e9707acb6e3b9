-- Whom an order named before it names somebody else stays known to the owner of the store: always. Until now others' orders of that buyer
-- made the owner forget, so a seller could learn from the own list whether anybody else in the workspace knows an e-mail or a phone; and a
-- redaction of another seller's store took along what the owner's store had said. Which store it was is kept with what its owner knows, and no
-- longer with the shared buyer, where the last store to be left stood for all.

ALTER TABLE "customer_contacts" ADD COLUMN     "named_by_id" UUID;

ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_named_by_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "integrations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "customer_contacts_named_by_id_idx" ON "customer_contacts"("named_by_id");

alter table customer_contacts disable trigger user;
update customer_contacts contact set named_by_id = customer.named_by_id
from customers customer join integrations store on store.id = customer.named_by_id
where customer.id = contact.customer_id and store.user_id = contact.user_id
  and not exists (select from orders where orders.customer_id = customer.id and contact.user_id in (orders.user_id, orders.store_user_id))
  and not exists (select from crm_leads lead where lead.customer_id = customer.id and contact.user_id in (lead.user_id, lead.store_user_id));
alter table customer_contacts enable trigger user;

create or replace function astra.note_left_buyer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Who was merged into another lives on there, and was left by no store. Customers are locked before what is known of them.
  perform 1 from public.customers where id = old.customer_id and merged_into_id is null for no key update;
  if found then
    update public.customer_contacts set named_by_id = new.integration_id where customer_id = old.customer_id and user_id = old.store_user_id;
  end if;
  return null;
end
$$;

ALTER TABLE "customers" DROP COLUMN "named_by_id";

-- As before, but nobody forgets whom an own order left; who says something of the buyer again was left no longer.
create or replace function astra.write_customer_contacts(customer_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
    with known as materialized (
      select * from astra.known_contacts(customer_ids)
    ), forgotten as (
      delete from public.customer_contacts contact
      where contact.customer_id = any (customer_ids)
        and exists (select 1 from known where known.customer_id = contact.customer_id)
        and contact.named_by_id is null
        and not exists (select 1 from known where known.customer_id = contact.customer_id and known.user_id = contact.user_id)
    )
    insert into public.customer_contacts as contact (customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
      store_values, corrections, known_since)
    select known.customer_id, known.user_id, known.workspace_id,
      astra.contact_value('name', said, corrected), astra.contact_value('email', said, corrected), astra.contact_value('phone', said, corrected),
      astra.contact_value('street', said, corrected), astra.contact_value('city', said, corrected),
      astra.contact_value('region', said, corrected), astra.contact_value('zip', said, corrected),
      astra.contact_value('country', said, corrected), said, astra.without_values(corrected), known.known_since
    from known
    on conflict (customer_id, user_id) do update
    set name = excluded.name, email = excluded.email, phone = excluded.phone, street = excluded.street, city = excluded.city,
      region = excluded.region, zip = excluded.zip, country = excluded.country, store_values = excluded.store_values,
      corrections = excluded.corrections, known_since = excluded.known_since, named_by_id = null
    where (contact.name, contact.email, contact.phone, contact.street, contact.city, contact.region, contact.zip, contact.country,
        contact.store_values, contact.corrections, contact.known_since, contact.named_by_id)
      is distinct from (excluded.name, excluded.email, excluded.phone, excluded.street, excluded.city, excluded.region, excluded.zip,
        excluded.country, excluded.store_values, excluded.corrections, excluded.known_since, null::uuid);
end
$$;

-- Hands on what a store said of buyers whom its orders have left: the former owner forgets it, and of the corrections those go along that
-- count for whoever has the store.
create or replace function astra.hand_over_left_buyers(store uuid, former uuid, owner uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  moved uuid[];
begin
  perform 1 from public.customers
  where id in (select customer_id from public.customer_contacts where named_by_id = store and user_id = former)
  order by id for no key update;
  with forgotten as (
    delete from public.customer_contacts where named_by_id = store and user_id = former returning *
  ), known as (
    insert into public.customer_contacts (customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
      store_values, corrections, known_since, named_by_id)
    select customer_id, owner, workspace_id, astra.contact_value('name', store_values, corrected),
      astra.contact_value('email', store_values, corrected), astra.contact_value('phone', store_values, corrected),
      astra.contact_value('street', store_values, corrected), astra.contact_value('city', store_values, corrected),
      astra.contact_value('region', store_values, corrected), astra.contact_value('zip', store_values, corrected),
      astra.contact_value('country', store_values, corrected), store_values, astra.without_values(corrected), known_since, store
    from forgotten contact
    cross join lateral astra.counting_corrections(astra.with_values(contact.corrections, to_jsonb(contact)), owner, owner) corrected
    on conflict do nothing
  )
  select array_agg(customer_id) into moved from forgotten;
  delete from public.customer_sellers where user_id = former and customer_id = any (moved);
  insert into public.customer_sellers (customer_id, user_id, workspace_id)
  select customer_id, user_id, workspace_id from public.customer_contacts where user_id = owner and customer_id = any (moved)
  on conflict do nothing;
end
$$;

-- As before, and what is known of buyers who were left goes to the one that is kept.
create or replace function astra.merge_customers(kept uuid, merged uuid, taken text[]) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  one public.customers;
  other public.customers;
  takes_address boolean;
  chosen text[];
  moved uuid[];
begin
  -- Leads before customers, as the ingest pipeline locks them.
  perform 1 from public.crm_leads where customer_id = merged order by id for update;
  perform 1 from public.customers where id in (kept, merged) order by id for update;
  select * into one from public.customers where id = kept;
  select * into other from public.customers where id = merged;
  if one.id is null or other.id is null or one.id = other.id or one.workspace_id <> other.workspace_id
    or one.workspace_id not in (select astra.managed_workspaces())
    or one.merged_into_id is not null or other.merged_into_id is not null
  then
    raise exception 'These customers are not yours to merge.' using errcode = 'insufficient_privilege';
  end if;
  takes_address := 'address' = any (taken)
    or coalesce(one.street, one.city, one.region, one.zip, one.country) is null;
  chosen := array(
    select field from (values
      ('name', one.name, other.name), ('email', lower(one.email), lower(other.email)), ('phone', one.phone, other.phone),
      ('street', one.street, other.street), ('city', one.city, other.city), ('region', one.region, other.region),
      ('zip', one.zip, other.zip), ('country', one.country, other.country)
    ) as pair (field, ours, theirs)
    where ours <> theirs);

  update public.customers
  set merged_into_id = kept, email = null, phone = case when 'phone' = any (taken) then one.phone else other.phone end,
    store_values = store_values || jsonb_strip_nulls(jsonb_build_object(
      'email', case when 'email' = any (taken) then one.email else other.email end))
  where id = merged;
  update public.customers
  set name = case when 'name' = any (taken) then coalesce(other.name, name) else coalesce(name, other.name) end,
    email = case when 'email' = any (taken) then coalesce(other.email, email) else coalesce(email, other.email) end,
    phone = case when 'phone' = any (taken) then coalesce(other.phone, phone) else coalesce(phone, other.phone) end,
    street = case when takes_address then other.street else street end,
    city = case when takes_address then other.city else city end,
    region = case when takes_address then other.region else region end,
    zip = case when takes_address then other.zip else zip end,
    country = case when takes_address then other.country else country end,
    corrections = corrections || coalesce((
      select jsonb_object_agg(field, jsonb_build_object(
        'storeValue', one.store_values -> field, 'userId', (select auth.uid()), 'correctedAt', now()))
      from unnest(chosen) as field), '{}')
  where id = kept;

  update public.customers set merged_into_id = kept where merged_into_id = merged;
  update public.orders set customer_id = kept where customer_id = merged;
  with lead as (
    update public.crm_leads set customer_id = kept where customer_id = merged returning id
  )
  select coalesce(array_agg(id), '{}') into moved from lead;
  -- Who was left by an order is known to that store's owner by the contact alone.
  update public.customer_contacts former set customer_id = kept
  where former.customer_id = merged and former.named_by_id is not null and not exists (
    select from public.customer_contacts known where known.customer_id = kept and known.user_id = former.user_id);
  update public.customer_sellers figures set customer_id = kept
  where figures.customer_id = merged
    and exists (
      select from public.customer_contacts former
      where former.customer_id = kept and former.user_id = figures.user_id and former.named_by_id is not null)
    and not exists (select from public.customer_sellers known where known.customer_id = kept and known.user_id = figures.user_id);
  delete from public.customer_contacts where customer_id = merged;
  delete from public.customer_sellers where customer_id = merged;
  perform astra.refresh_customers(array[kept]);
  return query select unnest(moved);
end
$$;

-- As before, but another store's owner goes on knowing whom that store's order has left.
create or replace function astra.leave_to_owner(customer uuid, owner uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if exists (select from public.orders where customer_id = customer) or exists (select from public.crm_leads where customer_id = customer) then
    return;
  end if;
  delete from public.customer_contacts where customer_id = customer and user_id <> owner and named_by_id is null;
  delete from public.customer_sellers figures where figures.customer_id = customer and not exists (
    select from public.customer_contacts known where known.customer_id = customer and known.user_id = figures.user_id);
end
$$;

-- As before, but a row that says nothing stays untouched, so that its time does not tell that others sold to the buyer.
create or replace function astra.count_customer_sellers(customer_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
    with sale as materialized (
      select seller.user_id, "order".customer_id, "order".workspace_id, "order".currency, "order".current_total_amount,
        "order".order_created_at, "order".is_test or "order".repeats_parent as is_left_out, lead.kpi_status
      from public.orders "order"
      left join public.crm_leads lead on lead.order_id = "order".id
      cross join lateral (select "order".user_id union select "order".store_user_id union select lead.user_id) seller
      where "order".customer_id = any (customer_ids) and seller.user_id is not null
    ), spent as (
      select customer_id, user_id, jsonb_object_agg(currency, amount::text) as amounts
      from (
        select customer_id, user_id, currency, sum(current_total_amount) as amount from sale
        where kpi_status = 'paid' and not is_left_out and astra.known_currency(currency) group by customer_id, user_id, currency
      ) per_currency
      group by customer_id, user_id
    ), forgotten as (
      delete from public.customer_sellers known
      where known.customer_id = any (customer_ids)
        and exists (select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id)
        and not exists (
          select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id and contact.user_id = known.user_id)
    ), emptied as (
      update public.customer_sellers known set orders_count = 0, spent = '{}', first_order_at = null, last_order_at = null
      where known.customer_id = any (customer_ids)
        and exists (
          select 1 from public.customer_contacts contact where contact.customer_id = known.customer_id and contact.user_id = known.user_id)
        and not exists (select 1 from sale where sale.customer_id = known.customer_id and sale.user_id = known.user_id)
        and (known.orders_count, known.spent, known.first_order_at, known.last_order_at) is distinct from (0, '{}'::jsonb, null::timestamptz, null::timestamptz)
    )
    insert into public.customer_sellers as figures (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
    select sale.customer_id, sale.user_id, sale.workspace_id, count(*) filter (where not sale.is_left_out),
      coalesce(min(spent.amounts::text)::jsonb, '{}'), min(sale.order_created_at), max(sale.order_created_at)
    from sale left join spent on spent.customer_id = sale.customer_id and spent.user_id = sale.user_id
    group by sale.customer_id, sale.user_id, sale.workspace_id
    on conflict (customer_id, user_id) do update
    set orders_count = excluded.orders_count, spent = excluded.spent, first_order_at = excluded.first_order_at,
      last_order_at = excluded.last_order_at
    where (figures.orders_count, figures.spent, figures.first_order_at, figures.last_order_at)
      is distinct from (excluded.orders_count, excluded.spent, excluded.first_order_at, excluded.last_order_at);
end
$$;

-- As before, but who was left is computed anew when an order names them again.
create or replace function astra.say_what_is_known(lead_ids uuid[], customer_ids uuid[]) returns uuid[]
language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
  return array(
    select lead.customer_id
    from public.crm_leads lead
    join public.customers customer on customer.id = lead.customer_id
    left join public.orders placed on placed.id = lead.order_id
    cross join lateral (select astra.said_by(lead, placed) as said) told
    where lead.id = any (lead_ids) and lead.customer_id = any (customer_ids)
    group by lead.customer_id
    having bool_and(coalesce(
      placed.customer_id = lead.customer_id and lead.corrections = '{}' and placed.corrections = '{}' and customer.corrections = '{}'
        and customer.store_values = said and lower(customer.email) is not distinct from lower(said ->> 'email')
        and not exists (
          select from unnest(array[placed.user_id, placed.store_user_id, lead.user_id]) seller
          where seller is not null and not exists (
            select from public.customer_contacts contact
            where contact.customer_id = lead.customer_id and contact.user_id = seller and contact.corrections = '{}'
              and contact.named_by_id is null and contact.store_values = said and contact.known_since <= least(placed.order_created_at, placed.created_at))),
      false)));
end
$$;
