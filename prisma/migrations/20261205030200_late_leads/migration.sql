-- News that came more than a day after the order was placed. Leads stand in their lists where their orders were placed, so that such a one is
-- far down and would be missed: lists can show these alone, as they came.
alter table crm_leads
  add column is_late boolean not null generated always as (created_at - arrived_at > interval '24 hours') stored;
create index crm_leads_late on crm_leads (workspace_id, created_at desc, id desc) where is_late;
create index crm_leads_late_by_seller on crm_leads (user_id, created_at desc, id desc) where is_late;
