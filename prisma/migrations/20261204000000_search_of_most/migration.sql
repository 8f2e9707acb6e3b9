-- A trigram index that is asked whose rows are wanted, too, walks the list of that workspace or seller beside those of the words. Where one
-- has most of the rows, as on a server of one's own, that is half of the time and leaves hardly a row out: there, what the words found is
-- compared afterwards. Whole phones and e-mails are in few rows, so for them a smaller part is enough. Words shorter than a trigram would walk the
-- whole index, which the list spares them.

-- How a search of a table says whose rows are wanted: so that an index serves it, or so that none does. `name` is the column, `owner` its value, `place` the
-- parameter that holds it.
create function astra.owner_condition(searched_table text, name text, owner uuid, place text, words text[]) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (
      select from unnest(words) word
      where not exists (select from unnest(string_to_array(word, ' ')) way where way !~ '[a-z0-9]{3}'))
    and exists (
      select from pg_catalog.pg_stats stats, unnest(stats.most_common_vals::text::uuid[], stats.most_common_freqs) common(id, frequency)
      where stats.schemaname = 'public' and stats.tablename = searched_table and stats.attname = name
        and common.id = owner and common.frequency > case when astra.are_in_few(words) then 0.05 else 0.5 end)
  then return name || ' is not distinct from ' || place; end if;
  return name || ' = ' || place;
end
$$;
revoke execute on function astra.owner_condition(text, text, uuid, text, text[]) from public;

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
  visible := astra.owner_condition('crm_leads', 'workspace_id', workspace, '$1', words) || case when sees_all then '' else ' and (user_id = $2 or store_user_id = $2)' end;
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
  execute format('select array_agg(id) from (select %s as id from public.%s and %s limit %s) found',
    case when sees_all then 'id' else 'customer_id' end,
    case when sees_all
      then 'customers where merged_into_id is null and ' || astra.owner_condition('customers', 'workspace_id', workspace, '$1', words)
      else 'customer_contacts where workspace_id is not distinct from $1 and ' || astra.owner_condition('customer_contacts', 'user_id', person, '$2', words) end,
    condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;
