-- The delivery log of a store's settings is a list as the others: newest first by a cursor of time and id.
drop index webhook_deliveries_integration_id_received_at_idx;
create index webhook_deliveries_integration_id_received_at_id_idx on webhook_deliveries (integration_id, received_at desc, id desc);

-- What failed and what was ignored is few among many; what is worked in well never enters this index.
create index webhook_deliveries_not_taken on webhook_deliveries (integration_id, status, received_at desc, id desc)
  where status in ('failed', 'ignored');

-- Deliveries are looked for by the number that the buyer sees of their order.
create index orders_integration_id_order_number_idx on orders (integration_id, order_number);

alter table saved_views
  drop constraint saved_views_list_check,
  add constraint saved_views_list_check check (list in ('leads', 'orders', 'customers', 'inventory', 'deliveries'));
