-- Search over leads and customers. LIKE is not leakproof, so under row level security no index could serve it: these functions run with
-- their owner's rights, decide themselves what the person may see, and answer ids only.

-- A word as a LIKE pattern that finds it anywhere, normalised as the text is that it is looked for in.
create function astra.search_pattern(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select '%' || replace(replace(replace(astra.normalise(word), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

-- The condition on a row with `search_text` and `email` that every word is found. A word may hold alternatives, separated by a space.
-- Of an e-mail only the local part is in the text; the whole address is looked for in the address itself.
create function astra.search_condition(words text[]) returns text
language sql stable set search_path = '' as $$
  select coalesce(string_agg('(' || found || ')', ' and '), 'true')
  from unnest(words) word, lateral (
    select string_agg(
      format('search_text like %L', astra.search_pattern(split_part(alternative, '@', 1)))
        || case when alternative like '%@%' then format(' and astra.normalise(email) like %L', astra.search_pattern(alternative)) else '' end,
      ' or ') as found
    from unnest(string_to_array(word, ' ')) alternative
  ) alternatives
$$;

-- The leads of the workspace that the person may see and that hold every word. Null: so many that walking the list in its own order and
-- looking at each finds a page sooner than the trigram index, which always reads all of its matches. The newest leads tell which it is:
-- when one in fifty has the words there, the index is not asked at all.
create function astra.search_leads(workspace uuid, words text[]) returns uuid[]
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
  newest := 'workspace_id = $1' || case when sees_all then '' else ' and user_id = $2' end;
  execute format('select count(*) from (select search_text, email from public.crm_leads where %s
    order by arrived_at desc, id desc limit 500) lead where %s', newest, condition) into recent using workspace, person;
  if recent >= 10 then return null; end if;
  -- Only a bitmap scan can use the trigram index; any other would look at every lead. At the function's end this is undone, as it is
  -- named in its head.
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select id from public.crm_leads where %s and %s limit %s) lead', visible, condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;

-- The same for customers: a seller sees those who bought from the seller, and those of leads assigned to the seller.
create function astra.search_customers(workspace uuid, words text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = on as $$
declare
  person constant uuid := (select auth.uid());
  most constant int := 3000;
  condition constant text := astra.search_condition(words);
  sees_all boolean;
  visible text;
  recent int;
  ids uuid[];
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active;
  if sees_all is null then return '{}'; end if;
  visible := 'workspace_id = $1' || case when sees_all then '' else ' and (
    exists (select 1 from public.customer_sellers known where known.customer_id = customer.id and known.user_id = $2)
    or id in (select astra.assigned_customers()))' end;
  if sees_all then
    execute format('select count(*) from (select search_text, email from public.customers where workspace_id = $1
      order by created_at desc, id desc limit 500) customer where %s', condition) into recent using workspace;
  else
    execute format('select count(*) from (select customer.search_text, customer.email from public.customer_sellers known
      join public.customers customer on customer.id = known.customer_id
      where known.user_id = $1 and customer.workspace_id = $2 order by known.last_order_at desc limit 500) customer where %s', condition)
      into recent using person, workspace;
  end if;
  if recent >= 10 then return null; end if;
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select id from public.customers customer where %s and %s limit %s) customer',
    visible, condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;

revoke execute on function astra.search_pattern(text), astra.search_condition(text[]), astra.search_leads(uuid, text[]),
  astra.search_customers(uuid, text[]) from public;
grant execute on function astra.search_leads(uuid, text[]), astra.search_customers(uuid, text[]) to authenticated;
