-- As before (20261206010100), and what is looked through is bounded, too: of each number 1,000 orders, those whose own number it is first, and of these 200
-- leads that the person may see and one more. Of a number that more orders have, a seller's own might lie beyond: a row without a lead says so.
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
      where keyed.key <> '' group by keyed.key),
    looked_through as materialized (
      select wanted.as_asked, array(
        select placed.id from public.orders placed
        where placed.workspace_id = workspace and astra.number_key(placed.order_number) = wanted.key
        union all
        select placed.id from public.orders placed
        where placed.workspace_id = workspace and placed.tracking_numbers <> '{}'
          and astra.number_keys(placed.tracking_numbers) @> array[wanted.key]
          and astra.number_key(placed.order_number) is distinct from wanted.key
        limit 1001
      ) as orders
      from wanted)
    select unnest(looked_through.as_asked), found.id
    from looked_through cross join lateral (
      (select lead.id from unnest(looked_through.orders) placed(id)
       join public.crm_leads lead on lead.order_id = placed.id
       where sees_all or lead.user_id = person or lead.store_user_id = person
       limit 201)
      union all
      select null where cardinality(looked_through.orders) > 1000
    ) found
    limit 10001;
end
$$;
