-- Two customers who are one person become one.

-- An e-mail that a merge took off a customer still finds the person when it comes with the next order.
create index customers_merged_email on customers (workspace_id, lower(store_values ->> 'email')) where merged_into_id is not null;

-- Moves everything of `merged` to `kept`, as an admin or a manager asks; answers the leads that moved. `taken` names what `kept` takes
-- over although it has a value of its own: name, email, phone, address. What `kept` lacks it takes over anyway. Where the two differed, a
-- person has chosen, so no store overwrites it: it counts as a correction. `merged` stays as a sign to `kept`, with the e-mail (among
-- its store values, since e-mails are unique) and the phone that did not win, so that they still identify the person.
create function astra.merge_customers(kept uuid, merged uuid, taken text[]) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  one public.customers;
  other public.customers;
  takes_address boolean;
  chosen text[];
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
    corrections = coalesce((
      select jsonb_object_agg(field, jsonb_build_object(
        'storeValue', one.store_values -> field, 'userId', (select auth.uid()), 'correctedAt', now()))
      from unnest(chosen) as field), '{}') || corrections
  where id = kept;

  update public.customers set merged_into_id = kept where merged_into_id = merged;
  update public.orders set customer_id = kept where customer_id = merged;
  -- The sellers' rows stay, at nothing, so that their old links still lead on.
  update public.customer_sellers set orders_count = 0, spent = '{}', first_order_at = null, last_order_at = null
  where customer_id = merged;
  perform astra.refresh_customer_sellers(kept);
  return query update public.crm_leads set customer_id = kept where customer_id = merged returning id;
end
$$;
revoke execute on function astra.merge_customers(uuid, uuid, text[]) from public;
grant execute on function astra.merge_customers(uuid, uuid, text[]) to authenticated;
