-- A store that sends too much is told when some of it was turned away: WooCommerce does not send it again by itself.
alter table integrations add column turned_away_at timestamptz(3);
