-- A store that says an order is worth a billion would stand at the head of every list by total: such a sum is kept, and sorts last. Postgres
-- below 17 can't change how a column is generated, so it is made anew, and its indexes with it.
alter table orders drop column current_total_thousandths;
alter table orders add column current_total_thousandths bigint generated always as (
  case when abs(current_total_amount) < 1000000000 then (current_total_amount * 1000)::bigint else -1000000000000000 end) stored;

CREATE INDEX "orders_user_id_current_total_thousandths_id_idx" ON "orders"("user_id", "current_total_thousandths" DESC, "id" DESC);

CREATE INDEX "orders_workspace_id_current_total_thousandths_id_idx" ON "orders"("workspace_id", "current_total_thousandths" DESC, "id" DESC);

create index orders_handed_over_by_total on orders (store_user_id, current_total_thousandths desc, id desc) where user_id <> store_user_id;

-- Leads are called by their value, those without one last.
update crm_leads set value = null where abs(value) >= 1000000000;
