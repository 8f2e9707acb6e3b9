-- What a million leads showed on a quiet machine (docs/performance.md).

-- Who sees everything is let through first: of several policies the last by name is asked first, and only where it answers no the others.
alter policy overview_read on crm_leads rename to whole_workspace_read;
alter policy overview_read on orders rename to whole_workspace_read;
alter policy overview_read on customers rename to whole_workspace_read;
alter policy overview_read on customer_sellers rename to whole_workspace_read;

-- A business has more stores and people than the planner took for granted: it compared each with every row of a page.
alter function astra.store_names() rows 200;
alter function astra.colleagues() rows 200;

-- What the other leads of a buyer tell before the call, for each of the leads that the person may see: the lead from the same phone or
-- e-mail within 30 days before, and how many orders were delivered and refused, of those leads that the person may see too. Under row
-- level security this took longer than all the rest of a page; so it applies the caller's visibility itself, as the searches do.
create function astra.buyer_signs(workspace uuid, leads uuid[])
returns table (lead_id uuid, duplicate_id uuid, duplicate_number text, orders int, delivered int, refused int)
language plpgsql stable security definer set search_path = '' rows 50 as $$
#variable_conflict use_column
declare
  person constant uuid := (select auth.uid());
  sees_all boolean;
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active;
  if sees_all is null then return; end if;
  return query
    select lead.id, duplicate.id, duplicate.order_number, history.orders, history.delivered, history.refused
    from public.crm_leads lead
    left join lateral (
      select earlier.id, placed.order_number
      from (
        (select other.id, other.order_id, other.arrived_at from public.crm_leads other
          where other.workspace_id = workspace and other.phone = lead.phone
            and (other.arrived_at, other.id) < (lead.arrived_at, lead.id)
            and other.arrived_at >= lead.arrived_at - interval '30 days' and other.cod_status <> 'duplicate'
            and (sees_all or other.user_id = person or other.store_user_id = person)
          order by other.arrived_at desc, other.id desc limit 1)
        union all
        (select other.id, other.order_id, other.arrived_at from public.crm_leads other
          where other.workspace_id = workspace and other.email = lead.email
            and (other.arrived_at, other.id) < (lead.arrived_at, lead.id)
            and other.arrived_at >= lead.arrived_at - interval '30 days' and other.cod_status <> 'duplicate'
            and (sees_all or other.user_id = person or other.store_user_id = person)
          order by other.arrived_at desc, other.id desc limit 1)
      ) earlier
      left join public.orders placed on placed.id = earlier.order_id
      order by earlier.arrived_at desc, earlier.id desc limit 1
    ) duplicate on true
    left join lateral (
      select count(*)::int as orders,
        (count(*) filter (where other.logistic_status = 'delivered' or other.cod_status = 'collected'))::int as delivered,
        (count(*) filter (where other.logistic_status = 'returned' or other.cod_status = 'refused'))::int as refused
      from public.crm_leads other
      where other.customer_id = lead.customer_id and other.workspace_id = workspace and not other.is_test
        and (sees_all or other.user_id = person or other.store_user_id = person)
    ) history on lead.customer_id is not null
    where lead.id = any (leads) and lead.workspace_id = workspace
      and (sees_all or lead.user_id = person or lead.store_user_id = person);
end
$$;
revoke execute on function astra.buyer_signs(uuid, uuid[]) from public;
grant execute on function astra.buyer_signs(uuid, uuid[]) to authenticated;

-- Who sees everything sees every tag of a lead, without a look at the lead: tags and leads are of one workspace.
create policy with_workspace on crm_lead_tags for select to authenticated
  using (tag_id in (
    select tag.id from crm_tags tag where tag.workspace_id in (select astra.overview_workspaces())
  ));

-- As before, but where the words are in many of the newest leads the list is walked sooner (from one in 125: the trigram index reads all
-- of its matches), and a seller's newest leads are found by the seller's own index: compared as no index can, the workspace does not
-- lead the planner to walk everybody's.
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
    order by arrived_at desc, id desc limit 500) lead where %s', newest, condition) into recent using workspace, person;
  if recent >= 4 then return null; end if;
  -- Only a bitmap scan can use the trigram index; any other would look at every lead. At the function's end this is undone, as it is
  -- named in its head.
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select id from public.crm_leads where %s and %s limit %s) lead', visible, condition, most + 1)
    into ids using workspace, person;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;
