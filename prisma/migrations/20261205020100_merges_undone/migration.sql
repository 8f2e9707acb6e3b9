-- A merge of two customers can be taken back for a day: what they were, and what moved, is kept so long.
create table "customer_merges" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "kept_id" uuid not null,
  "merged_id" uuid not null,
  "user_id" uuid,
  "before" jsonb not null,
  "undone_at" timestamptz(3),
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "customer_merges_pkey" primary key ("id")
);
create index "customer_merges_workspace_id_idx" on "customer_merges"("workspace_id");
create index "customer_merges_kept_id_created_at_idx" on "customer_merges"("kept_id", "created_at" desc);
create index "customer_merges_merged_id_idx" on "customer_merges"("merged_id");
create index "customer_merges_user_id_idx" on "customer_merges"("user_id");
alter table "customer_merges"
  add constraint "customer_merges_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "customer_merges_kept_id_fkey" foreign key ("kept_id") references "customers"("id") on delete cascade on update cascade,
  add constraint "customer_merges_merged_id_fkey" foreign key ("merged_id") references "customers"("id") on delete cascade on update cascade,
  add constraint "customer_merges_user_id_fkey" foreign key ("user_id") references "users"("id") on delete set null on update cascade;
create trigger touch_updated_at before update on customer_merges for each row execute function astra.touch_updated_at();

-- Who may merge sees that it was done, and nobody what the buyers were before: the functions below alone write and read that.
alter table customer_merges enable row level security;
alter table customer_merges force row level security;
revoke all on customer_merges from anon, authenticated;
grant select, insert, update, delete on customer_merges to service_role;
create policy service on customer_merges for all to service_role using (true) with check (true);
grant select (id, workspace_id, kept_id, merged_id, user_id, undone_at, created_at, updated_at) on customer_merges to authenticated;
create policy managers_read on customer_merges for select to authenticated
  using (workspace_id in (select astra.managed_workspaces()));
create policy sure_enough on customer_merges as restrictive for all to authenticated using ((select astra.is_sure_enough()));

-- As before, and says what there was.
create or replace function astra.merge_customers(kept uuid, merged uuid, taken text[]) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  one public.customers;
  other public.customers;
  takes_address boolean;
  chosen text[];
  moved uuid[];
  before jsonb;
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

  before := jsonb_build_object(
    'kept', to_jsonb(one), 'merged', to_jsonb(other),
    'orders', (select coalesce(jsonb_agg(id), '[]') from public.orders where customer_id = merged),
    'customers', (select coalesce(jsonb_agg(id), '[]') from public.customers where merged_into_id = merged),
    'contacts', (select coalesce(jsonb_agg(to_jsonb(known)), '[]') from public.customer_contacts known
      where known.customer_id = merged and known.named_by_id is not null),
    'sellers', (select coalesce(jsonb_agg(to_jsonb(figures)), '[]') from public.customer_sellers figures
      join public.customer_contacts known on known.customer_id = figures.customer_id and known.user_id = figures.user_id
      where known.customer_id = merged and known.named_by_id is not null));

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
  insert into public.customer_merges (workspace_id, kept_id, merged_id, user_id, before)
  select one.workspace_id, kept, merged, (select auth.uid()),
    before || jsonb_build_object('leads', to_jsonb(moved), 'after', to_jsonb(customer)) from public.customers customer where customer.id = kept;
  perform astra.refresh_customers(array[kept]);
  return query select unnest(moved);
end
$$;

-- Takes a merge back: what moved goes back unless it has moved on since, and fields that the merge wrote become what they were unless somebody
-- changed them since. What came for the kept one afterwards stays there. The newest merge of a customer goes first.
create function astra.undo_merge(merge_id uuid) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  merge public.customer_merges;
  one public.customers;
  was public.customers;
  became public.customers;
  other public.customers;
  left_before uuid[];
  moved uuid[];
begin
  select * into merge from public.customer_merges where id = merge_id for update;
  if merge.id is null or merge.workspace_id not in (select astra.managed_workspaces()) then
    raise exception 'This merge is not yours to undo.' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from public.crm_leads where id in (select jsonb_array_elements_text(merge.before -> 'leads')::uuid) order by id for update;
  perform 1 from public.customers where id in (merge.kept_id, merge.merged_id) order by id for update;
  select * into one from public.customers where id = merge.kept_id;
  if merge.undone_at is not null or merge.created_at < now() - interval '1 day' or one.merged_into_id is not null
    or not exists (select from public.customers where id = merge.merged_id and merged_into_id = merge.kept_id)
    or exists (select from public.customer_merges later
      where later.kept_id = merge.kept_id and later.undone_at is null and (later.created_at, later.id) > (merge.created_at, merge.id))
  then
    raise exception 'This merge can''t be undone any more.' using errcode = 'check_violation';
  end if;
  was := jsonb_populate_record(null::public.customers, merge.before -> 'kept');
  became := jsonb_populate_record(null::public.customers, merge.before -> 'after');
  other := jsonb_populate_record(null::public.customers, merge.before -> 'merged');

  update public.customers
  set name = case when name is not distinct from became.name then was.name else name end,
    -- Somebody else may have come with it since.
    email = case when email is distinct from became.email then email when not exists (
      select from public.customers taken
      where taken.workspace_id = merge.workspace_id and lower(taken.email) = lower(was.email) and taken.id not in (merge.kept_id, merge.merged_id))
      then was.email end,
    phone = case when phone is not distinct from became.phone then was.phone else phone end,
    street = case when street is not distinct from became.street then was.street else street end,
    city = case when city is not distinct from became.city then was.city else city end,
    region = case when region is not distinct from became.region then was.region else region end,
    zip = case when zip is not distinct from became.zip then was.zip else zip end,
    country = case when country is not distinct from became.country then was.country else country end,
    corrections = coalesce((
      select jsonb_object_agg(field, counts) from (
        select field, case when corrections -> field is not distinct from became.corrections -> field then was.corrections -> field
          else corrections -> field end as counts
        from jsonb_object_keys(corrections || was.corrections) field
      ) correction where counts is not null), '{}')
  where id = merge.kept_id;
  update public.customers
  set merged_into_id = null, name = other.name, phone = other.phone, street = other.street, city = other.city, region = other.region,
    zip = other.zip, country = other.country, store_values = other.store_values, corrections = other.corrections,
    -- Somebody else may have come with it since.
    email = case when not exists (
      select from public.customers taken where taken.workspace_id = merge.workspace_id and lower(taken.email) = lower(other.email)) then other.email end
  where id = merge.merged_id;
  update public.customers set merged_into_id = merge.merged_id
  where merged_into_id = merge.kept_id and id in (select jsonb_array_elements_text(merge.before -> 'customers')::uuid);
  left_before := array(select user_id from public.customer_contacts where customer_id = merge.kept_id and named_by_id is not null);
  update public.orders set customer_id = merge.merged_id
  where customer_id = merge.kept_id and id in (select jsonb_array_elements_text(merge.before -> 'orders')::uuid);
  with lead as (
    update public.crm_leads set customer_id = merge.merged_id
    where customer_id = merge.kept_id and id in (select jsonb_array_elements_text(merge.before -> 'leads')::uuid) returning id
  )
  select coalesce(array_agg(id), '{}') into moved from lead;
  -- No order has left the kept one: they were never the kept one's. Who has nothing else of that one forgets it.
  update public.customer_contacts set named_by_id = null
  where customer_id = merge.kept_id and named_by_id is not null and user_id <> all (left_before);
  -- What is known by the contact alone, because the order has left the buyer, goes back as it was, also where both had one and it was given up.
  update public.customer_contacts known set customer_id = merge.merged_id
  from jsonb_populate_recordset(null::public.customer_contacts, merge.before -> 'contacts') as former
  where known.customer_id = merge.kept_id and known.user_id = former.user_id and known.named_by_id = former.named_by_id;
  update public.customer_sellers figures set customer_id = merge.merged_id
  from jsonb_populate_recordset(null::public.customer_sellers, merge.before -> 'sellers') as former
  where figures.customer_id = merge.kept_id and figures.user_id = former.user_id and exists (
    select from public.customer_contacts known where known.customer_id = merge.merged_id and known.user_id = former.user_id);
  insert into public.customer_contacts
  select former.* from jsonb_populate_recordset(null::public.customer_contacts, merge.before -> 'contacts') as former
  where exists (select from public.integrations store where store.id = former.named_by_id)
  on conflict (customer_id, user_id) do nothing;
  insert into public.customer_sellers
  select former.* from jsonb_populate_recordset(null::public.customer_sellers, merge.before -> 'sellers') as former
  where exists (select from public.customer_contacts known where known.customer_id = former.customer_id and known.user_id = former.user_id)
  on conflict (customer_id, user_id) do nothing;
  perform astra.refresh_customers(array[least(merge.kept_id, merge.merged_id), greatest(merge.kept_id, merge.merged_id)]);
  update public.customer_merges set undone_at = now(), before = '{}' where id = merge.id;
  return query select unnest(moved);
end
$$;
revoke execute on function astra.undo_merge(uuid) from public;
grant execute on function astra.undo_merge(uuid) to authenticated;

-- As before, and an undone merge is an entry of the timeline, too.
alter policy editors_add on crm_lead_events with check (
  user_id = (select auth.uid())
  and type in ('arrived', 'status_changed', 'note', 'customer_corrected', 'store_value_accepted', 'correction_kept', 'tag_added', 'tag_removed',
    'reassigned', 'customer_merged', 'customer_unmerged')
  and exists (
    select 1 from crm_leads lead
    where lead.id = lead_id and lead.workspace_id in (select astra.editing_workspaces())
      and (crm_lead_events.type <> 'arrived' or lead.order_id is null)
  )
);

-- As before, and that a merge was taken back, which names nobody.
create or replace function astra.announce_lead_events() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.outbox_events (workspace_id, type, user_id, subjects, details, occurred_at)
  select lead.workspace_id, 'lead:' || translate(entry.type, '_', '-'), entry.user_id,
    jsonb_strip_nulls(jsonb_build_object(
      'leadId', lead.id, 'orderId', lead.order_id, 'customerId', lead.customer_id, 'entryId', entry.id)),
    case when entry.type in ('arrived', 'status_changed', 'order_edited', 'order_cancelled', 'order_deleted', 'order_restored', 'same_number',
        'read_again', 'joined', 'cancel_requested', 'delivery_failed', 'refunded', 'refund_changed', 'refund_taken_back', 'fulfilled', 'payment',
        'alert_sent', 'alert_failed', 'tag_added', 'tag_removed', 'reassigned', 'customer_unmerged', 'data_requested', 'redacted')
      then entry.details else '{}' end,
    entry.occurred_at
  from added entry join public.crm_leads lead on lead.id = entry.lead_id;
  return null;
end
$$;
