-- Next-call mode.

DROP INDEX "crm_lead_events_user_id_idx";

CREATE INDEX "crm_lead_events_user_id_occurred_at_idx" ON "crm_lead_events"("user_id", "occurred_at" DESC);

-- The leads to call, in the order in which they are called: due call-backs, then the most valuable, then the oldest.
create index crm_leads_call_queue on crm_leads (workspace_id, call_back_at, value desc nulls last, arrived_at, id)
  where logistic_status = 'pending' and cod_status in ('pending', 'no_answer', 'postponed');

-- Calling a lead does not change it: what is edited meanwhile by someone else is still up to date.
drop trigger touch_updated_at on crm_leads;
create trigger touch_updated_at before update of workspace_id, order_id, integration_id, user_id, customer_id, name, email, phone, source,
  logistic_status, cod_status, kpi_status, logistic_set_by_person, cod_set_by_person, call_attempts, call_back_at, is_test, value,
  store_user_id, arrived_at on crm_leads
  for each row execute function astra.touch_updated_at();
