-- A whole phone number or e-mail is in few rows: a look at fewer of the newest is enough to know one that a till or a marketplace writes
-- into all of its orders.
create function astra.are_in_few(words text[]) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select exists (
    select from unnest(words) word
    where not exists (
      select from unnest(string_to_array(word, ' ')) way
      where way !~ '^[+#]?[0-9]{9,}$' and way !~ '^[^@]{6,}@[^@]+\.[^@.]{2,}$'))
$$;
revoke execute on function astra.are_in_few(text[]) from public;

-- As before, but for that.
create or replace function astra.search_leads(workspace uuid, words text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = on as $$
declare
  person constant uuid := (select auth.uid());
  most constant int := 3000;
  condition constant text := astra.search_condition(words);
  sees_all boolean;
  visible text;
  newest text;
  recent int;
  ids uuid[];
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active;
  if sees_all is null then return '{}'; end if;
  visible := 'workspace_id = $1' || case when sees_all then '' else ' and (user_id = $2 or store_user_id = $2)' end;
  newest := case when sees_all then 'workspace_id = $1' else 'workspace_id is not distinct from $1 and user_id = $2' end;
  execute format('select count(*) from (select search_text, email from public.crm_leads where %s
    order by arrived_at desc, id desc limit %s) lead where %s', newest, case when astra.are_in_few(words) then 50 else 500 end, condition)
    into recent using workspace, person;
  if recent >= 4 then return null; end if;
  -- Only a bitmap scan can use the trigram index; any other would look at every lead. At the function's end this is undone, as it is
  -- named in its head.
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select id from public.crm_leads where %s and %s limit %s) lead', visible, condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;

create or replace function astra.search_customers(workspace uuid, words text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = on
set plan_cache_mode = force_generic_plan as $$
declare
  person constant uuid := (select auth.uid());
  most constant int := 3000;
  condition constant text := astra.search_condition(words);
  sees_all boolean;
  place text;
  newest text;
  recent int;
  ids uuid[];
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active;
  if sees_all is null then return '{}'; end if;
  place := case when sees_all then 'public.customers where workspace_id = $1'
    else 'public.customer_contacts where user_id = $2 and workspace_id is not distinct from $1' end;
  newest := case when sees_all then 'created_at desc, id desc' else 'known_since desc, customer_id desc' end;
  execute format('select count(*) from (select search_text, email from %s order by %s limit %s) newest where %s', place, newest,
    case when astra.are_in_few(words) then 20 else 200 end, condition) into recent using workspace, person;
  if recent >= 2 then return null; end if;
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select %s as id from %s and %s limit %s) found',
    case when sees_all then 'id' else 'customer_id' end, place || case when sees_all then ' and merged_into_id is null' else '' end,
    condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;
