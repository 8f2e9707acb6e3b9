-- A seller's leads by value.
CREATE INDEX "crm_leads_user_id_value_id_idx" ON "crm_leads"("user_id", "value" DESC, "id" DESC);
