-- Orders of one state of payment, in the order of the list.
CREATE INDEX "orders_user_id_payment_status_order_created_at_id_idx" ON "orders"("user_id", "payment_status", "order_created_at" DESC, "id" DESC);

CREATE INDEX "orders_workspace_id_payment_status_order_created_at_id_idx" ON "orders"("workspace_id", "payment_status", "order_created_at" DESC, "id" DESC);
