-- A seller's leads and orders of one store, in the order of the list: all of the seller's or of the store's were read and sorted.
DROP INDEX "crm_leads_user_id_integration_id_idx";

CREATE INDEX "crm_leads_user_id_integration_id_arrived_at_id_idx" ON "crm_leads"("user_id", "integration_id", "arrived_at" DESC, "id" DESC);

CREATE INDEX "orders_user_id_integration_id_order_created_at_id_idx" ON "orders"("user_id", "integration_id", "order_created_at" DESC, "id" DESC);

-- What others work of a seller's stores has its own, small indexes. Beside these the planner took the indexes of all that is the
-- stores', for a filter by store, and read the whole store.
DROP INDEX "crm_leads_store_user_id_arrived_at_id_idx";

DROP INDEX "orders_store_user_id_order_created_at_id_idx";

-- Who works a lead follows from whose the store is. Taken for independent, a seller's leads of a store were thought to be a hundredth of
-- what they are, and all of them were read and sorted rather than walked.
create statistics crm_leads_store_users (dependencies) on integration_id, user_id, store_user_id from crm_leads;
create statistics orders_store_users (dependencies) on integration_id, user_id, store_user_id from orders;
analyze crm_leads (integration_id, user_id, store_user_id);
analyze orders (integration_id, user_id, store_user_id);
