-- Orders that belong to another one: a seller's part of a marketplace's order, an instalment, what was split off. They are called once,
-- through the lead of the whole; money and items of what the whole already counts are not counted again.

-- The lead of the whole becomes what people have made of the part's: nobody calls twice.
create function astra.take_over_lead(lead_id uuid, part_lead_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update public.crm_leads lead
  set cod_decision = part.cod_decision, logistic_decision = part.logistic_decision, call_attempts = part.call_attempts,
    call_back_at = part.call_back_at, user_id = part.user_id,
    cod_status = case when part.cod_decision is null then lead.cod_status else part.cod_status end,
    kpi_status = case when part.cod_decision is null and part.logistic_decision is null then lead.kpi_status else part.kpi_status end,
    logistic_status = case when part.logistic_decision is null then lead.logistic_status else part.logistic_status end
  from public.crm_leads part
  where lead.id = lead_id and part.id = part_lead_id;
end
$$;

-- A lead that turned out to be of a part goes, with all that was said of it handed to the lead of the whole.
create function astra.give_up_lead(given_up uuid, taker uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update public.crm_lead_events set lead_id = taker where lead_id = given_up and type <> 'arrived';
  insert into public.crm_lead_tags (lead_id, tag_id)
  select taker, tag_id from public.crm_lead_tags where lead_id = given_up on conflict do nothing;
  delete from public.crm_lead_events where lead_id = given_up;
  delete from public.crm_leads where id = given_up;
end
$$;

-- The lead of an order in parts is worth the whole and what was split off from it.
create function astra.refresh_whole_lead(whole_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update public.crm_leads lead
  set value = whole.current_total_amount + coalesce((
    select sum(split.current_total_amount) from public.orders split
    where split.parent_order_id = whole.id and not split.repeats_parent and split.currency = whole.currency), 0)
  from public.orders whole where whole.id = lead.order_id and whole.id = whole_id;
end
$$;

-- Joins the parts of an order that came before it: the whole takes over the lead that was called already, with its timeline; what other
-- parts had goes to that lead, too.
create function astra.join_parts(store uuid, whole_id uuid, external_id text, lead_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  joined record;
  is_called boolean := false;
begin
  if not exists (
    select from public.orders where integration_id = store and external_parent_id = external_id and parent_order_id is null
  ) then
    return false;
  end if;
  for joined in
    update public.orders part set parent_order_id = whole_id, repeats_parent = part.parent_relation <> 'split'
    from public.orders also left join public.crm_leads lead on lead.order_id = also.id
    where also.id = part.id and part.integration_id = store and part.external_parent_id = external_id and part.parent_order_id is null
    returning part.order_number as number, lead.id as lead
  loop
    if joined.lead is not null then
      if not is_called then perform astra.take_over_lead(lead_id, joined.lead); end if;
      is_called := true;
      perform astra.give_up_lead(joined.lead, lead_id);
    end if;
    insert into public.crm_lead_events (lead_id, type, details) values (lead_id, 'joined', jsonb_build_object('number', joined.number));
  end loop;
  perform astra.refresh_whole_lead(whole_id);
  return true;
end
$$;

do $$
declare signature text;
begin
  foreach signature in array array[
    'take_over_lead(uuid, uuid)',
    'give_up_lead(uuid, uuid)',
    'refresh_whole_lead(uuid)',
    'join_parts(uuid, uuid, text, uuid)'
  ] loop
    execute format('revoke execute on function astra.%1$s from public; grant execute on function astra.%1$s to service_role', signature);
  end loop;
end
$$;
