-- Of what a shop writes on every parcel ("000000"), another workspace's parcels are not even read.
create index orders_parcel_keys on orders using gin (workspace_id, astra.number_keys(tracking_numbers)) with (fastupdate = off)
  where tracking_numbers <> '{}';
drop index orders_tracking_keys;

-- As before, for whoever is sure enough, and bounded: of each number 50 leads and one more, which tells that it stands for too many to choose from,
-- and 10,000 in all and one more (lib/leads/model.ts has the same bounds).
create or replace function astra.leads_of_numbers(workspace uuid, numbers text[])
returns table (number text, lead_id uuid)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  person constant uuid := (select auth.uid());
  sees_all boolean;
begin
  if cardinality(numbers) > 2000 then
    raise exception 'These are too many numbers.' using errcode = 'program_limit_exceeded';
  end if;
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active
    and member.workspace_id = coalesce((select astra.viewed_workspace()), member.workspace_id)
    and (select astra.is_sure_enough());
  if sees_all is null then return; end if;
  return query
    with wanted as materialized (
      select keyed.key, array_agg(distinct keyed.number) as as_asked
      from (select asked.number, astra.number_key(asked.number) as key from unnest(numbers) asked(number)) keyed
      where keyed.key <> '' group by keyed.key)
    select unnest(wanted.as_asked), found.id
    from wanted cross join lateral (
      select lead.id from (
        select placed.id from public.orders placed
        where placed.workspace_id = workspace and astra.number_key(placed.order_number) = wanted.key
        union all
        select placed.id from public.orders placed
        where placed.workspace_id = workspace and placed.tracking_numbers <> '{}'
          and astra.number_keys(placed.tracking_numbers) @> array[wanted.key]
          and astra.number_key(placed.order_number) is distinct from wanted.key
      ) placed
      join public.crm_leads lead on lead.order_id = placed.id
      where sees_all or lead.user_id = person or lead.store_user_id = person
      limit 51
    ) found
    limit 10001;
end
$$;
