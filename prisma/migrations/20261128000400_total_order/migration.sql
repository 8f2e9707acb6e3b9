-- Orders by what they are worth now. Under row level security an index compares integers but no numeric: with an index on the amount
-- itself, each page would read again all that the pages before it have shown.
ALTER TABLE "orders" ADD COLUMN "current_total_thousandths" BIGINT GENERATED ALWAYS AS (("current_total_amount" * 1000)::bigint) STORED;

CREATE INDEX "orders_user_id_current_total_thousandths_id_idx" ON "orders"("user_id", "current_total_thousandths" DESC, "id" DESC);

CREATE INDEX "orders_workspace_id_current_total_thousandths_id_idx" ON "orders"("workspace_id", "current_total_thousandths" DESC, "id" DESC);

-- The second place where a seller's orders are: sorted for each page, they made a search read all leads beside them.
create index orders_handed_over_by_total on orders (store_user_id, current_total_thousandths desc, id desc) where user_id <> store_user_id;
