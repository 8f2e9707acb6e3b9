-- Numbers that people paste are found as they are meant: "#1001" is "1001", and "2S 123-456" is "2s123456".
create function astra.number_key(number text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select translate(lower(number collate "C"), E' \t\u00a0#-_./', '')
$$;

create function astra.number_keys(numbers text[]) returns text[]
language sql immutable strict parallel safe set search_path = '' as $$
  select array(select astra.number_key(number) from unnest(numbers) number)
$$;

create index orders_number_key on orders (workspace_id, astra.number_key(order_number));
-- What came last is put in at once: each of thousands of numbers would look through all that waits to be put in.
create index orders_tracking_keys on orders using gin (astra.number_keys(tracking_numbers)) with (fastupdate = off) where tracking_numbers <> '{}';

-- The leads whose order, or a parcel of it, has one of the numbers, as far as the caller may see them. Comparing arrays under row level security
-- would use no index. What is asked for is looked up one by one: a plan for any number of them would read all orders instead.
create function astra.leads_of_numbers(workspace uuid, numbers text[])
returns table (number text, lead_id uuid)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  person constant uuid := (select auth.uid());
  sees_all boolean;
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active
    and member.workspace_id = coalesce((select astra.viewed_workspace()), member.workspace_id);
  if sees_all is null then return; end if;
  return query
    with wanted as materialized (
      select asked.number, astra.number_key(asked.number) as key from unnest(numbers) asked(number)),
    found as (
      select wanted.number, placed.id from wanted
      join public.orders placed on placed.workspace_id = workspace and astra.number_key(placed.order_number) = wanted.key
      where wanted.key <> ''
      union
      select wanted.number, placed.id from wanted
      join public.orders placed on placed.tracking_numbers <> '{}' and astra.number_keys(placed.tracking_numbers) @> array[wanted.key]
      where wanted.key <> '' and placed.workspace_id = workspace)
    select found.number, lead.id from found
    join public.crm_leads lead on lead.order_id = found.id
    where sees_all or lead.user_id = person or lead.store_user_id = person;
end
$$;
revoke execute on function astra.number_key(text), astra.number_keys(text[]) from public;
grant execute on function astra.number_key(text), astra.number_keys(text[]) to authenticated, service_role;
revoke execute on function astra.leads_of_numbers(uuid, text[]) from public;
grant execute on function astra.leads_of_numbers(uuid, text[]) to authenticated;
