-- Redactions emptied notes and corrections only. What else on the timelines of redacted orders may name the buyer is emptied here.
update crm_lead_events event set details = '{}'
from crm_leads lead
join orders "order" on "order".id = lead.order_id
where event.lead_id = lead.id and "order".redacted_at is not null
  and event.type in ('store_value_accepted', 'correction_kept', 'customer_merged') and event.details <> '{}';
