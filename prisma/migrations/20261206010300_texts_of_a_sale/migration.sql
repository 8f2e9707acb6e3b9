-- As before, and no text of a sale is longer than the pages, lists and exports of colleagues can show. The form asks for less (lib/leads/sale.ts).
create or replace function astra.sell_by_hand(for_lead uuid, sale jsonb, lines jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  lead public.crm_leads;
  placed_id constant uuid := gen_random_uuid();
  is_paid constant boolean := sale ->> 'paymentKind' = 'prepaid';
  buyer uuid;
  number integer;
  total numeric;
begin
  perform astra.require_sure_session();
  select * into lead from public.crm_leads where id = for_lead for update;
  if lead.id is null or lead.source <> 'manual' or lead.order_id is not null or not (
    lead.workspace_id in (select astra.managed_workspaces())
    or (lead.user_id = (select auth.uid()) and lead.workspace_id in (select astra.editing_workspaces())))
  then
    raise exception 'This lead is not yours to sell by.' using errcode = 'insufficient_privilege';
  end if;
  if jsonb_array_length(lines) not between 1 and 100 or octet_length(lines::text) > 200000 or octet_length(sale::text) > 20000 then
    raise exception 'A sale has 1 to 100 lines, of some length.' using errcode = 'check_violation';
  end if;
  if exists (
    select from (
      select text from jsonb_each_text(sale) as said (field, text)
      union all
      select text from jsonb_array_elements(lines) line, jsonb_each_text(line) as said (field, text)
    ) said where length(text) > 2000)
  then
    raise exception 'A text of a sale has at most 2,000 characters.' using errcode = 'check_violation';
  end if;
  total := (
    select sum(round(line.quantity * line.price, 3)) from jsonb_to_recordset(lines) as line (quantity numeric, price numeric)
  ) + (sale ->> 'shipping')::numeric - (sale ->> 'discount')::numeric;
  if total is null or total < 0 or exists (
    select from jsonb_to_recordset(lines) as line (quantity numeric, price numeric)
    where (line.quantity > 0 and line.quantity <= 1000000 and line.price between 0 and 1000000000) is not true)
    or ((sale ->> 'shipping')::numeric between 0 and 1000000000 and (sale ->> 'discount')::numeric between 0 and 1000000000) is not true
  then
    raise exception 'A sale comes to nothing less than zero.' using errcode = 'check_violation';
  end if;

  -- As the ingest pipeline does: the signs of the buyer first, in the order of their names, so that nobody becomes two customers.
  perform pg_advisory_xact_lock(hashtextextended(name, 0)) from (
    select 'customer:' || lead.workspace_id || ':' || sign as name from unnest(array[lead.email, lead.phone]) sign where sign is not null order by 1
  ) locks;
  buyer := astra.lock_kept_customer(coalesce(lead.customer_id,
    astra.match_buyer(lead.workspace_id, lead.user_id, lead.name, lead.email, lead.phone)));
  if buyer is null then
    buyer := gen_random_uuid();
    perform astra.write_new_customers(jsonb_build_array(jsonb_build_object('id', buyer, 'workspace_id', lead.workspace_id, 'name', lead.name,
      'email', lead.email, 'phone', lead.phone, 'street', sale ->> 'street', 'city', sale ->> 'city', 'region', sale ->> 'region',
      'zip', sale ->> 'zip', 'country', sale ->> 'country')));
  end if;

  update public.workspaces set sales_by_hand = sales_by_hand + 1 where id = lead.workspace_id returning sales_by_hand into number;
  insert into public.orders (id, workspace_id, user_id, customer_id, external_order_id, order_number, status, payment_status, fulfillment_status,
    payment_kind, currency, total_amount, current_total_amount, received_amount, amount_due, shipping_amount, discount_amount, shipping_method, note,
    shipping_name, shipping_email, shipping_phone, shipping_street, shipping_city, shipping_region, shipping_zip, shipping_country,
    order_created_at, external_updated_at)
  values (placed_id, lead.workspace_id, lead.user_id, buyer, placed_id::text, 'M' || (1000 + number), 'pending',
    case when is_paid then 'paid' else 'pending' end, 'unfulfilled', sale ->> 'paymentKind', sale ->> 'currency', total, total,
    case when is_paid then total else 0 end, case when is_paid then 0 else total end, (sale ->> 'shipping')::numeric, (sale ->> 'discount')::numeric,
    sale ->> 'shippingMethod', sale ->> 'note', lead.name, lead.email, lead.phone, sale ->> 'street', sale ->> 'city', sale ->> 'region',
    sale ->> 'zip', sale ->> 'country', lead.arrived_at, now());
  insert into public.order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity, price_per_unit, line_total)
  select placed_id, line.position::text, line.position - 1, line.said ->> 'sku', line.said ->> 'name', (line.said ->> 'quantity')::numeric,
    (line.said ->> 'quantity')::numeric, (line.said ->> 'price')::numeric,
    round((line.said ->> 'quantity')::numeric * (line.said ->> 'price')::numeric, 3)
  from jsonb_array_elements(lines) with ordinality as line (said, position);
  -- The name is set so that what the lead is searched by is written anew, with the number of its order. Who has paid is not called.
  update public.crm_leads
  set order_id = placed_id, customer_id = buyer, value = total, currency = sale ->> 'currency', name = lead.name,
    cod_status = case when is_paid then 'not_cod' else lead.cod_status end
  where id = lead.id;
  perform astra.refresh_customers(array[buyer]);
  return placed_id;
end
$$;
