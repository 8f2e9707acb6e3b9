-- What any server has to write of an order: customer, order, lines and lead, with the keys and indexes that a list needs, and nothing else.
create table customers (id bigint generated always as identity primary key, email text unique, name text, phone text);
create table orders (id bigint generated always as identity primary key, store text, external_id text, customer_id bigint references customers,
  total numeric, currency text, placed_at timestamptz, body bytea, unique (store, external_id));
create table order_items (id bigint generated always as identity primary key, order_id bigint references orders, sku text, name text,
  quantity int, price numeric);
create table leads (id bigint generated always as identity primary key, order_id bigint unique references orders, status text, arrived_at timestamptz);
create index on orders (customer_id);
create index on orders (placed_at);
create index on order_items (order_id);
create index on leads (arrived_at);

create function write_order(shop text, body jsonb, bytes bytea) returns void language plpgsql as $$
declare
  buyer bigint;
  placed bigint;
begin
  insert into customers (email, name, phone)
  values (body ->> 'email', body #>> '{shipping_address,name}', body #>> '{shipping_address,phone}')
  on conflict (email) do update set name = excluded.name returning id into buyer;
  insert into orders (store, external_id, customer_id, total, currency, placed_at, body)
  values (shop, body ->> 'id', buyer, (body ->> 'total_price')::numeric, body ->> 'currency', (body ->> 'created_at')::timestamptz, bytes)
  on conflict do nothing returning id into placed;
  if placed is null then return; end if;
  insert into order_items (order_id, sku, name, quantity, price)
  select placed, line.sku, line.title, line.quantity, line.price
  from jsonb_to_recordset(body -> 'line_items') as line (sku text, title text, quantity int, price numeric);
  insert into leads (order_id, status, arrived_at) values (placed, 'pending', now());
end
$$;
