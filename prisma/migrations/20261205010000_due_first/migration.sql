-- Leads are called in the order of their list: promised calls by their time, then whoever waits longest. Calls at the same time come by id, as in the list.
create index crm_leads_due_first on crm_leads
  (workspace_id, call_back_at, (case when call_back_at is null then arrived_at end), id) where to_call;
drop index crm_leads_call_queue;
