-- A correction is of one lead and its order: what a person made of what the store said stands there, with who did it, and in which
-- standing. Until now it stood with the buyer whom all sellers share, so that one seller's correction counted for all.

ALTER TABLE "crm_leads" ADD COLUMN     "address" JSONB,
ADD COLUMN     "corrections" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "orders" ADD COLUMN     "buyer_address" JSONB,
ADD COLUMN     "corrections" JSONB NOT NULL DEFAULT '{}';

alter table crm_leads
  add constraint crm_leads_corrections_check check (jsonb_typeof(corrections) = 'object'),
  add constraint crm_leads_address_check check (jsonb_typeof(address) = 'object');
alter table orders
  add constraint orders_corrections_check check (jsonb_typeof(corrections) = 'object'),
  add constraint orders_buyer_address_check check (jsonb_typeof(buyer_address) = 'object');
grant update (address) on crm_leads to authenticated;

-- Notes what a person changes of what a store (or whoever entered the lead) said: by whom, when, and whether as an admin or manager, as
-- the owner of the store, or as somebody who works the lead. What the store says itself is no correction any more. The arguments are what
-- stands in front of the columns, and the fields.
create function astra.note_corrections() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (select auth.uid());
  before constant jsonb := to_jsonb(old);
  after constant jsonb := to_jsonb(new);
  noted jsonb := old.corrections;
  field text;
  said jsonb;
begin
  if person is null then return new; end if;
  foreach field in array tg_argv[1:] loop
    continue when before -> (tg_argv[0] || field) = after -> (tg_argv[0] || field);
    said := coalesce(old.corrections #> array[field, 'said'], before -> (tg_argv[0] || field));
    noted := case when after -> (tg_argv[0] || field) = said then noted - field
      else noted || jsonb_build_object(field, jsonb_build_object(
        'storeValue', said, 'said', said, 'userId', person, 'correctedAt', now(),
        'standing', case
          when new.workspace_id in (select astra.managed_workspaces()) then 'manager'
          when new.store_user_id = person then 'owner'
          else 'worker' end)) end;
  end loop;
  new.corrections := noted;
  return new;
end
$$;
create trigger note_corrections before update of name, email, phone on crm_leads
  for each row execute function astra.note_corrections('', 'name', 'email', 'phone');
create trigger note_corrections before update of shipping_street, shipping_city, shipping_region, shipping_zip, shipping_country on orders
  for each row execute function astra.note_corrections('shipping_', 'street', 'city', 'region', 'zip', 'country');

-- Lets a correction stand against what the store says now: what is asked again is only what the store says next.
create function astra.keep_correction(lead uuid, field text, said text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (select auth.uid());
  kept boolean;
  of_order uuid;
begin
  select one.order_id into of_order from public.crm_leads one
  where one.id = lead and (
    one.workspace_id in (select astra.managed_workspaces())
    or (one.workspace_id in (select astra.editing_workspaces()) and person in (one.user_id, one.store_user_id)));
  if not found then return false; end if;
  update public.crm_leads one set corrections = jsonb_set(one.corrections, array[field, 'storeValue'], one.corrections #> array[field, 'said'])
  where one.id = lead and one.corrections #>> array[field, 'said'] = said;
  kept := found;
  update public.orders one set corrections = jsonb_set(one.corrections, array[field, 'storeValue'], one.corrections #> array[field, 'said'])
  where one.id = of_order and one.corrections #>> array[field, 'said'] = said;
  return kept or found;
end
$$;
revoke execute on function astra.note_corrections(), astra.keep_correction(uuid, text, text) from public;
grant execute on function astra.keep_correction(uuid, text, text) to authenticated;

-- The corrections that are here: a timeline says who made the last one of each field.
alter table crm_leads disable trigger user;
alter table orders disable trigger user;

create temporary table decided as
select lead.id as lead_id, lead.order_id, last.field, jsonb_build_object(
    'storeValue', coalesce(nullif(customer.corrections #> array[last.field, 'storeValue'], 'null'), to_jsonb(first.said)),
    'said', coalesce(nullif(customer.corrections #> array[last.field, 'storeValue'], 'null'), to_jsonb(first.said)),
    'userId', last.user_id, 'correctedAt', last.occurred_at,
    'standing', case when member.role in ('admin', 'manager') then 'manager' when lead.store_user_id = last.user_id then 'owner' else 'worker' end
  ) as correction
from (
  select distinct on (lead_id, details ->> 'field') lead_id, details ->> 'field' as field, type, user_id, occurred_at
  from crm_lead_events
  where type in ('customer_corrected', 'store_value_accepted') and user_id is not null and details ? 'field'
  order by lead_id, details ->> 'field', occurred_at desc, created_at desc
) last
join lateral (
  select event.details ->> 'from' as said from crm_lead_events event
  where event.lead_id = last.lead_id and event.type = 'customer_corrected' and event.details ->> 'field' = last.field
  order by event.occurred_at, event.created_at limit 1
) first on true
join crm_leads lead on lead.id = last.lead_id
left join customers customer on customer.id = lead.customer_id
left join memberships member on member.workspace_id = lead.workspace_id and member.user_id = last.user_id
where last.type = 'customer_corrected';

update crm_leads lead set corrections = made.corrections
from (
  select lead_id, jsonb_object_agg(field, correction) as corrections from decided where field in ('name', 'email', 'phone') group by lead_id
) made
where made.lead_id = lead.id;
update orders "order" set corrections = made.corrections
from (
  select order_id, jsonb_object_agg(field, correction) as corrections from decided
  where order_id is not null and field in ('street', 'city', 'region', 'zip', 'country') group by order_id
) made
where made.order_id = "order".id;
drop table decided;

-- A lead of a buyer who had been corrected was left empty in what was corrected, and showed the shared buyer's. It now has that as its
-- own where the correction counts for it, else what its order says.
update crm_leads lead set name = filled.name, email = filled.email, phone = filled.phone, corrections = lead.corrections || filled.corrections,
  search_text = astra.search_text(filled.name, filled.phone, filled.email, filled.order_number)
from (
  select empty.id, empty.order_number,
    max(field.value) filter (where field.name = 'name') as name, max(field.value) filter (where field.name = 'email') as email,
    max(field.value) filter (where field.name = 'phone') as phone,
    coalesce(jsonb_object_agg(field.name, field.correction) filter (where field.correction is not null), '{}') as corrections
  from (
    select lead.id, lead.store_user_id, lead.user_id, lead.workspace_id, "order".order_number, customer.corrections,
      array[lead.name, lead.email, lead.phone] as own, array[customer.name, customer.email, customer.phone] as shared,
      array["order".shipping_name, lower("order".shipping_email), "order".shipping_phone] as said
    from customers customer
    join crm_leads lead on lead.customer_id = customer.id
    join orders "order" on "order".id = lead.order_id
    where customer.corrections <> '{}' and (lead.name is null or lead.email is null or lead.phone is null)
  ) empty
  cross join lateral (
    select part.name, coalesce(part.own, case when counts.as_whom is not null then part.shared end, part.said) as value,
      case when part.own is null and counts.as_whom is not null then
        part.correction || jsonb_build_object('storeValue', part.said, 'said', part.said, 'standing', counts.as_whom) end as correction
    from (
      select names.name, empty.own[place::int] as own, empty.shared[place::int] as shared, empty.said[place::int] as said,
        empty.corrections -> names.name as correction
      from unnest(array['name', 'email', 'phone']) with ordinality as names (name, place)
    ) part
    left join lateral (
      select case when member.role in ('admin', 'manager') then 'manager' when empty.store_user_id = member.user_id then 'owner' else 'worker' end
        as as_whom
      from memberships member
      where member.workspace_id = empty.workspace_id and member.user_id::text = part.correction ->> 'userId'
        and (member.role in ('admin', 'manager') or member.user_id in (empty.user_id, empty.store_user_id))
    ) counts on true
  ) field
  group by empty.id, empty.order_number
) filled
where filled.id = lead.id;

alter table crm_leads enable trigger user;
alter table orders enable trigger user;

-- On every lead that a merge moved stood how the shared buyers were called; a seller has heard that from nobody.
update crm_lead_events set details = details - 'from' - 'to' where type = 'customer_merged' and details ?| array['from', 'to'];
