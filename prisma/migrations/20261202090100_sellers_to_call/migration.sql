-- The leads that a seller has to call, in the order of the list: without it all of the seller's that are not decided were read and sorted.
create index crm_leads_sellers_to_call on crm_leads (user_id, arrived_at desc, id desc) where to_call;
