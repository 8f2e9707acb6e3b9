-- Deliveries that came before the large ones were told apart: whoever looks through what is kept leaves them to the worker's thread, too.
update webhook_deliveries set is_large = true where octet_length(payload) > 524288 and not is_large;
drop index webhook_deliveries_untraced;
create index webhook_deliveries_untraced on webhook_deliveries (integration_id, received_at) include (is_large)
  where traces is null and payload <> '';
