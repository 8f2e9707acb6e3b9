-- What one seller knows of a buyer. Buyers are shared by the sellers of a workspace, and so was their contact: whoever sent an order with
-- somebody else's e-mail read that buyer's name, phone and street. Now each seller has a contact of the own, computed from the seller's own
-- leads and orders and from nothing else; the shared row serves matching, and those who see the whole workspace.

CREATE TABLE "customer_contacts" (
    "customer_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "street" TEXT,
    "city" TEXT,
    "region" TEXT,
    "zip" TEXT,
    "country" TEXT,
    "store_values" JSONB NOT NULL DEFAULT '{}',
    "corrections" JSONB NOT NULL DEFAULT '{}',
    "search_text" TEXT NOT NULL DEFAULT '',
    "known_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_contacts_pkey" PRIMARY KEY ("customer_id","user_id")
);

-- All that was ever said of buyers, lead by lead and order by order, with the sellers who may know it. A store's clock may be years ahead:
-- nothing was said later than it was heard.
create function astra.contact_sources(customer_ids uuid[])
returns table (customer_id uuid, workspace_id uuid, sellers uuid[], store_user_id uuid, said_at timestamptz, heard_at timestamptz, id uuid,
  said jsonb, corrected jsonb)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query
    select source.customer_id, source.workspace_id, source.sellers, source.store_user_id, source.said_at, source.heard_at, source.id,
      jsonb_strip_nulls(jsonb_build_object(
        'name', source.name, 'email', source.email, 'phone', case when source.phone ~ '^\+[1-9][0-9]{4,14}$' then source.phone end
      ) || source.address),
      source.corrected
    from (
      select "order".customer_id, "order".workspace_id, array_remove(array["order".user_id, "order".store_user_id, lead.user_id], null) as sellers,
        "order".store_user_id, least("order".order_created_at, "order".created_at) as said_at, "order".created_at as heard_at, "order".id,
        case when lead.corrections ? 'name' then lead.corrections #>> '{name,said}'
          else coalesce(lead.name, case when "order".buyer_address is null then "order".shipping_name end) end as name,
        case when lead.corrections ? 'email' then lead.corrections #>> '{email,said}' else lead.email end as email,
        case when lead.corrections ? 'phone' then lead.corrections #>> '{phone,said}' else lead.phone end as phone,
        case when "order".buyer_address is not null then "order".buyer_address
          else jsonb_build_object(
            'street', case when "order".corrections ? 'street' then "order".corrections #>> '{street,said}' else "order".shipping_street end,
            'city', case when "order".corrections ? 'city' then "order".corrections #>> '{city,said}' else "order".shipping_city end,
            'region', case when "order".corrections ? 'region' then "order".corrections #>> '{region,said}' else "order".shipping_region end,
            'zip', case when "order".corrections ? 'zip' then "order".corrections #>> '{zip,said}' else "order".shipping_zip end,
            'country', case when "order".corrections ? 'country' then "order".corrections #>> '{country,said}' else "order".shipping_country end
          ) end as address,
        case when coalesce(lead.corrections, '{}') = '{}' and "order".corrections = '{}' then '{}'
          else astra.with_values(coalesce(lead.corrections, '{}'), jsonb_build_object('name', lead.name, 'email', lead.email, 'phone', lead.phone))
            || case when "order".buyer_address is not null then '{}' else astra.with_values("order".corrections, jsonb_build_object(
              'street', "order".shipping_street, 'city', "order".shipping_city, 'region', "order".shipping_region,
              'zip', "order".shipping_zip, 'country', "order".shipping_country)) end
          end as corrected
      from public.orders "order" left join public.crm_leads lead on lead.order_id = "order".id
      where "order".customer_id = any (customer_ids)
      union all
      select lead.customer_id, lead.workspace_id, array[lead.user_id], null, lead.created_at, lead.created_at, lead.id,
        case when lead.corrections ? 'name' then lead.corrections #>> '{name,said}' else lead.name end,
        case when lead.corrections ? 'email' then lead.corrections #>> '{email,said}' else lead.email end,
        case when lead.corrections ? 'phone' then lead.corrections #>> '{phone,said}' else lead.phone end,
        coalesce(lead.address, '{}'),
        case when lead.corrections = '{}' then '{}'
          else astra.with_values(lead.corrections, jsonb_build_object('name', lead.name, 'email', lead.email, 'phone', lead.phone)) end
      from public.crm_leads lead
      where lead.customer_id = any (customer_ids) and lead.order_id is null
    ) source;
end
$$;

-- What each seller knows of buyers. What a manager chose when two buyers were merged counts for a seller whose own leads said it, too.
create function astra.known_contacts(customer_ids uuid[])
returns table (customer_id uuid, user_id uuid, workspace_id uuid, known_since timestamptz, said jsonb, corrected jsonb)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
begin
  return query
    with source as materialized (
      select * from astra.contact_sources(customer_ids)
    ), own as materialized (
      select source.*, seller.id as seller
      from source cross join lateral (select distinct id from unnest(source.sellers) id) seller
    ), told as (
      select customer_id, seller, true as is_own, said_at, heard_at, id, said,
        astra.counting_corrections(corrected, seller, store_user_id) as corrected
      from own
      union all
      select source.customer_id, known.seller, false, source.said_at, source.heard_at, source.id, source.said,
        astra.managers_corrections(source.corrected)
      from source
      join (select distinct customer_id, seller from own) known on known.customer_id = source.customer_id
      where source.corrected <> '{}' and known.seller <> all (source.sellers)
    ), contact as (
      select customer_id, seller, astra.known_contact(is_own, said, corrected order by is_own desc, said_at, heard_at, id) as known
      from told group by customer_id, seller
    ), since as (
      select customer_id, seller, workspace_id, min(said_at) as known_since from own group by customer_id, seller, workspace_id
    ), chosen as (
      select own.customer_id, own.seller, jsonb_object_agg(choice.field, choice.entry || jsonb_build_object(
        'value', to_jsonb(customer) -> choice.field, 'storeValue', null)) as corrected
      from public.customers customer
      cross join lateral jsonb_each(customer.corrections) choice (field, entry)
      join own on own.customer_id = customer.id and lower(own.said ->> choice.field) = lower(to_jsonb(customer) ->> choice.field)
      where customer.id = any (customer_ids) and customer.corrections <> '{}' and not choice.entry ? 'standing'
      group by own.customer_id, own.seller
    )
    select contact.customer_id, contact.seller, since.workspace_id, since.known_since, contact.known -> 'said',
      astra.newest_corrections(contact.known -> 'corrected', coalesce(chosen.corrected, '{}'))
    from contact
    join since on since.customer_id = contact.customer_id and since.seller = contact.seller
    left join chosen on chosen.customer_id = contact.customer_id and chosen.seller = contact.seller;
end
$$;

create function astra.contact_value(field text, said jsonb, corrected jsonb) returns text
language sql immutable parallel safe as $$
  select case when corrected ? field then corrected #>> array[field, 'value'] else said ->> field end
$$;

create function astra.without_values(corrected jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case when corrected = '{}' then corrected else (
    select jsonb_object_agg(field, entry - 'value' - 'said') from jsonb_each(corrected) correction (field, entry)) end
$$;

-- Writes what each seller knows of buyers. Who no longer has a lead or an order of one forgets; a buyer of whom nothing is left at all
-- stays as they were known.
create function astra.write_customer_contacts(customer_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
    with known as materialized (
      select * from astra.known_contacts(customer_ids)
    ), forgotten as (
      delete from public.customer_contacts contact
      where contact.customer_id = any (customer_ids)
        and exists (select 1 from known where known.customer_id = contact.customer_id)
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
      corrections = excluded.corrections, known_since = excluded.known_since
    where (contact.name, contact.email, contact.phone, contact.street, contact.city, contact.region, contact.zip, contact.country,
        contact.store_values, contact.corrections, contact.known_since)
      is distinct from (excluded.name, excluded.email, excluded.phone, excluded.street, excluded.city, excluded.region, excluded.zip,
        excluded.country, excluded.store_values, excluded.corrections, excluded.known_since);
end
$$;

-- Filled in slices, so that the memory it takes does not grow with the number of buyers.
create trigger complete_customer before insert or update of name, email, phone on customer_contacts
  for each row execute function astra.complete_customer();
do $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  slice uuid[];
begin
  loop
    select array_agg(id order by id) into slice from (
      select id from public.customers where id > last and merged_into_id is null order by id limit 5000
    ) next;
    exit when slice is null;
    perform astra.write_customer_contacts(slice);
    last := slice[cardinality(slice)];
  end loop;
end
$$;

-- A seller's list and search.
CREATE INDEX "customer_contacts_user_id_known_since_customer_id_idx" ON "customer_contacts"("user_id", "known_since" DESC, "customer_id" DESC);

CREATE INDEX "customer_contacts_workspace_id_idx" ON "customer_contacts"("workspace_id");

create index customer_contacts_search on customer_contacts using gin (user_id, search_text extensions.gin_trgm_ops);

ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create trigger touch_updated_at before update on customer_contacts for each row execute function astra.touch_updated_at();

-- When the shared buyer came told a seller whether anybody knew the address before.
drop trigger follow_customer on customers;
drop function astra.follow_customer();
drop trigger complete_customer_seller on customer_sellers;
drop function astra.complete_customer_seller();

DROP INDEX "customer_sellers_user_id_customer_created_at_customer_id_idx";

ALTER TABLE "customer_sellers" DROP COLUMN "customer_created_at";

CREATE INDEX "customer_sellers_user_id_idx" ON "customer_sellers"("user_id");

revoke execute on function astra.contact_sources(uuid[]), astra.known_contacts(uuid[]), astra.contact_value(text, jsonb, jsonb),
  astra.without_values(jsonb), astra.write_customer_contacts(uuid[]) from public;
