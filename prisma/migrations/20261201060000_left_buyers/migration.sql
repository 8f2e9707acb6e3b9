-- A buyer whose last order names somebody else now stays known to the owner of the store that named them. Of which store that was nothing
-- was kept, so that whoever handed the store over went on reading that buyer, the new owner did not, and no redaction found them.

ALTER TABLE "customers" ADD COLUMN     "named_by_id" UUID;

ALTER TABLE "customers" ADD CONSTRAINT "customers_named_by_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "integrations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "customers_named_by_id_idx" ON "customers"("named_by_id");

-- Who was merged into another lives on there, and was left by no store.
create function astra.note_left_buyer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.customers set named_by_id = new.integration_id where id = old.customer_id and merged_into_id is null;
  return null;
end
$$;
create trigger note_left_buyer after update of customer_id on orders
  for each row when (new.customer_id <> old.customer_id) execute function astra.note_left_buyer();

-- Hands on what a store said of buyers of whom nothing is left: the former owner forgets it, and of the corrections those go along that
-- count for whoever has the store.
create function astra.hand_over_left_buyers(store uuid, former uuid, owner uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.customers where named_by_id = store order by id for no key update;
  with left_buyer as materialized (
    select customer.id from public.customers customer
    where customer.named_by_id = store
      and not exists (select from public.orders where customer_id = customer.id)
      and not exists (select from public.crm_leads where customer_id = customer.id)
  ), forgotten as (
    delete from public.customer_contacts where user_id = former and customer_id in (select id from left_buyer) returning *
  )
  insert into public.customer_contacts (customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
    store_values, corrections, known_since)
  select customer_id, owner, workspace_id, astra.contact_value('name', store_values, corrected),
    astra.contact_value('email', store_values, corrected), astra.contact_value('phone', store_values, corrected),
    astra.contact_value('street', store_values, corrected), astra.contact_value('city', store_values, corrected),
    astra.contact_value('region', store_values, corrected), astra.contact_value('zip', store_values, corrected),
    astra.contact_value('country', store_values, corrected), store_values, astra.without_values(corrected), known_since
  from forgotten contact
  cross join lateral astra.counting_corrections(astra.with_values(contact.corrections, to_jsonb(contact)), owner, owner) corrected
  on conflict do nothing;
  with forgotten as (
    delete from public.customer_sellers figures
    where figures.user_id = former and figures.customer_id in (select id from public.customers where named_by_id = store)
      and not exists (
        select from public.customer_contacts known where known.customer_id = figures.customer_id and known.user_id = former)
    returning *
  )
  insert into public.customer_sellers (customer_id, user_id, workspace_id)
  select customer_id, owner, workspace_id from forgotten
  where exists (
    select from public.customer_contacts known where known.customer_id = forgotten.customer_id and known.user_id = owner)
  on conflict do nothing;
end
$$;

-- As before, and the buyers go along whom only orders named that name others now.
create or replace function astra.follow_store_owner() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.crm_leads set store_user_id = new.user_id where integration_id = new.id;
  update public.orders set store_user_id = new.user_id where integration_id = new.id;
  perform astra.hand_over_left_buyers(new.id, old.user_id, new.user_id);
  return null;
end
$$;

revoke execute on function astra.note_left_buyer(), astra.hand_over_left_buyers(uuid, uuid, uuid) from public;

-- The buyers that were left until now: the timeline of the lead that named them says so.
alter table customers disable trigger user;
update customers customer set named_by_id = left_buyer.integration_id
from (
  select contact.customer_id, lead.integration_id
  from customer_contacts contact
  join crm_leads lead on lead.store_user_id = contact.user_id and lead.workspace_id = contact.workspace_id
  join crm_lead_events event on event.lead_id = lead.id and event.type = 'buyer_changed'
    and event.details ->> 'from' = coalesce(contact.store_values ->> 'name', contact.store_values ->> 'email', contact.store_values ->> 'phone')
  where not exists (select from orders where orders.customer_id = contact.customer_id)
    and not exists (select from crm_leads other where other.customer_id = contact.customer_id)
) left_buyer
where left_buyer.customer_id = customer.id;
alter table customers enable trigger user;
