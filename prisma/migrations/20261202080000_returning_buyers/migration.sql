-- A buyer whose last order names somebody else now, and who orders again, is the same buyer. Of such a one no lead is left that says the
-- e-mail or phone, but what the seller knows of buyers (`customer_contacts`) does; until now they became a second customer, without the
-- e-mail that the first one has.

create index customer_contacts_user_id_lower_email_idx on customer_contacts (user_id, lower(email));
CREATE INDEX "customer_contacts_user_id_phone_idx" ON "customer_contacts"("user_id", "phone");

-- Whom a store's buyer is known to be. First comes what the store's owner knows: the newest of the owner's leads with the same e-mail, else
-- the owner's own contact with it, else both by the phone; then whom others know, unless the owner knows them, too. So which of a seller's
-- orders are one buyer's follows from what the seller knows alone, and nobody can ask the workspace whether an e-mail and a phone are one
-- person's, nor whether anybody else has an e-mail.
--
-- A phone alone is no match when both e-mails are known and differ and the names disagree: families share phones.
create or replace function astra.match_buyer(workspace uuid, owner uuid, buyer_name text, buyer_email text, buyer_phone text) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  found_id uuid;
begin
  if buyer_email is not null then
    select lead.customer_id into found_id from public.crm_leads lead
    where lead.workspace_id = workspace and lead.customer_id is not null and owner in (lead.user_id, lead.store_user_id)
      and lead.email = buyer_email
    order by lead.arrived_at desc limit 1;
    if found then return found_id; end if;
    select known.customer_id into found_id from public.customer_contacts known
    where known.user_id = owner and known.workspace_id is not distinct from workspace and lower(known.email) = buyer_email
    order by known.created_at desc limit 1;
    if found then return found_id; end if;
  end if;
  if buyer_phone is not null then
    select lead.customer_id into found_id from public.crm_leads lead
    where lead.workspace_id = workspace and lead.customer_id is not null and owner in (lead.user_id, lead.store_user_id)
      and lead.phone = buyer_phone
      and (lead.email is null or buyer_email is null or lower(lead.email) = buyer_email or astra.names_agree(lead.name, buyer_name))
    order by lead.arrived_at desc limit 1;
    if found then return found_id; end if;
    select known.customer_id into found_id from public.customer_contacts known
    where known.user_id = owner and known.workspace_id is not distinct from workspace and known.phone = buyer_phone
      and (known.email is null or buyer_email is null or lower(known.email) = buyer_email or astra.names_agree(known.name, buyer_name))
    order by known.created_at desc limit 1;
    if found then return found_id; end if;
  end if;
  if buyer_email is not null then
    select customer.id into found_id from public.customers customer
    where customer.workspace_id = workspace and lower(customer.email) = buyer_email and not exists (
      select 1 from public.customer_contacts known
      where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = owner)
    limit 1;
    if found then return found_id; end if;
    -- An e-mail that a merge took off a customer still leads to the person.
    select customer.id into found_id from public.customers customer
    where customer.workspace_id = workspace and customer.merged_into_id is not null
      and lower(customer.store_values ->> 'email') = buyer_email and not exists (
        select 1 from public.customer_contacts known
        where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = owner)
    order by customer.updated_at desc limit 1;
    if found then return found_id; end if;
  end if;
  if buyer_phone is not null then
    select customer.id into found_id from public.customers customer
    where customer.workspace_id = workspace and customer.phone = buyer_phone
      and (customer.email is null or buyer_email is null or lower(customer.email) = buyer_email
        or astra.names_agree(customer.name, buyer_name))
      and not exists (
        select 1 from public.customer_contacts known
        where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = owner)
    order by customer.created_at limit 1;
  end if;
  return found_id;
end
$$;
