-- Leads by their value, as orders by their total: under row level security an index compares integers but no numeric, so that far down
-- the list each page read again all that the pages before it had shown.
ALTER TABLE "crm_leads" ADD COLUMN "value_thousandths" BIGINT GENERATED ALWAYS AS (("value" * 1000)::bigint) STORED;

DROP INDEX "crm_leads_user_id_value_id_idx";

DROP INDEX "crm_leads_workspace_id_value_id_idx";

CREATE INDEX "crm_leads_user_id_value_thousandths_id_idx" ON "crm_leads"("user_id", "value_thousandths" DESC, "id" DESC);

CREATE INDEX "crm_leads_workspace_id_value_thousandths_id_idx" ON "crm_leads"("workspace_id", "value_thousandths" DESC, "id" DESC);
