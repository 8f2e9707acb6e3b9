-- Every number under which an order's parcels can be followed.
alter table orders add column tracking_numbers text[] default array[]::text[];
