-- A timeline that says an order belongs to somebody else now named the former buyer, by name only, and no redaction of that person emptied it.
-- Such an entry says from now on which customer left.

create index crm_lead_events_former_buyer on crm_lead_events ((details ->> 'fromId')) where type = 'buyer_changed';

-- Entries so far: the customer who was left by that store and has the name, else the one known by it last. Whom nobody knows any more was
-- redacted before.
alter table crm_lead_events disable trigger user;
with said as (
  select entry.id, entry.details ->> 'from' as named, lead.workspace_id, lead.integration_id
  from crm_lead_events entry join crm_leads lead on lead.id = entry.lead_id
  where entry.type = 'buyer_changed' and entry.details ? 'from' and not entry.details ? 'fromId'
), known as (
  select customer.id, customer.workspace_id, said.named_by_id, customer.updated_at, said.named
  from customers customer
  cross join lateral (
    select null::uuid, unnest(array[customer.name, customer.email, customer.phone, customer.store_values ->> 'name',
      customer.store_values ->> 'email', customer.store_values ->> 'phone'])
    union
    select contact.named_by_id, unnest(array[contact.name, contact.email, contact.phone, contact.store_values ->> 'name', contact.store_values ->> 'email',
      contact.store_values ->> 'phone'])
    from customer_contacts contact where contact.customer_id = customer.id
  ) said (named_by_id, named)
  where said.named is not null and customer.workspace_id in (select workspace_id from said)
), former as (
  select distinct on (said.id) said.id, known.id as customer_id
  from said left join known on known.workspace_id = said.workspace_id and known.named = said.named
  order by said.id, known.named_by_id is not distinct from said.integration_id desc, known.updated_at desc nulls last
)
update crm_lead_events entry
set details = case when former.customer_id is null then '{}' else entry.details || jsonb_build_object('fromId', former.customer_id) end
from former where former.id = entry.id;
alter table crm_lead_events enable trigger user;
