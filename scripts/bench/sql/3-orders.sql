-- Each order in one narrow row first: whose it is, when it came, and how far it got. Two orders in five are a new customer's first.
-- Stores and sellers differ in size: the busiest store has a tenth of all orders. The days grow busier. In the last days
-- most are open, earlier nearly all are done.

create temporary table draft on commit drop as
with placed as (
  select n,
    case when n % 5 < 2 then n / 5 * 2 + n % 5 + 1
      else 1 + floor(pg_temp.share(n, 20) ^ 1.3 * (n * 0.4))::bigint end as customer,
    1 + floor(120 * pg_temp.share(n, 21) ^ 2)::int as store,
    timestamptz '2024-11-01' + interval '730 days' * (n / pg_temp.bench_leads()::double precision) ^ 0.8 as at,
    pg_temp.share(n, 22) < 0.8 as is_cod,
    pg_temp.share(n, 23) as fate,
    pg_temp.share(n, 24) as answer,
    (15 + pg_temp.share(n, 25) ^ 3 * 600)::numeric(14, 2) as amount
  from generate_series(0, pg_temp.bench_leads() - 1) n
), moved as (
  select *,
    case
      when at > timestamptz '2026-10-29' then
        case when fate < 0.75 then 'pending' when fate < 0.85 then 'packed' when fate < 0.95 then 'shipped' else 'cancelled' end
      when at > timestamptz '2026-10-21' then
        case when fate < 0.12 then 'pending' when fate < 0.15 then 'packed' when fate < 0.35 then 'shipped'
          when fate < 0.65 then 'in_transit' when fate < 0.95 then 'delivered' else 'cancelled' end
      else
        case when fate < 0.001 then 'pending' when fate < 0.003 then 'in_transit' when fate < 0.13 then 'returned'
          when fate < 0.27 then 'cancelled' else 'delivered' end
    end as logistic
  from placed
)
select n, customer, store, at, is_cod, amount, logistic,
  pg_temp.id('store', store) as store_id,
  pg_temp.id('user', 1 + (store - 1) % 50) as owner_id,
  -- One lead in twenty-five is worked by somebody else than the store's owner; half of those are credited to that person.
  pg_temp.id('user', case when pg_temp.share(n, 26) < 0.04 then 1 + floor(pg_temp.share(n, 27) * 50)::int else 1 + (store - 1) % 50 end) as worker_id,
  pg_temp.id('user', case when pg_temp.share(n, 26) < 0.02 then 1 + floor(pg_temp.share(n, 27) * 50)::int else 1 + (store - 1) % 50 end) as credited_id,
  row_number() over (partition by store order by n) as sequence,
  case
    when not is_cod then 'not_cod'
    when logistic = 'pending' then
      case when answer < 0.5 then 'pending' when answer < 0.65 then 'no_answer' when answer < 0.72 then 'postponed'
        when answer < 0.75 then 'wrong_number' else 'confirmed' end
    when logistic = 'cancelled' then
      case when answer < 0.6 then 'rejected' when answer < 0.75 then 'fake' when answer < 0.9 then 'duplicate' else 'no_answer' end
    when logistic = 'returned' then 'refused'
    when logistic = 'delivered' and answer < 0.97 then 'collected'
    else 'confirmed'
  end as cod,
  (array[1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 6])[1 + floor(pg_temp.share(n, 28) * 20)::int] as lines
from moved;
analyze draft;

insert into orders (id, workspace_id, integration_id, user_id, store_user_id, customer_id, external_order_id, order_number, status,
  payment_status, fulfillment_status, gateways, payment_kind, currency, total_amount, current_total_amount, shipping_name, shipping_email,
  shipping_phone, shipping_street, shipping_city, shipping_zip, shipping_country, company, other_phones, tracking_numbers, order_created_at, external_updated_at, created_at)
select pg_temp.id('order', n), pg_temp.id('workspace', 1), store_id, credited_id, owner_id, buyer.id, (5000000000 + n)::text,
  case when store % 3 = 0 then '' else '#' end || 1000 + sequence,
  case logistic when 'pending' then 'pending' when 'packed' then 'processing' when 'in_transit' then 'shipped'
    when 'returned' then 'refunded' else logistic end,
  case when is_cod then case cod when 'collected' then 'paid' else 'pending' end
    else case logistic when 'returned' then 'refunded' when 'cancelled' then 'voided' else 'paid' end end,
  case when logistic in ('pending', 'packed', 'cancelled') then 'unfulfilled' else 'fulfilled' end,
  case when is_cod then array['Cash on Delivery (COD)'] else array['shopify_payments'] end,
  case when is_cod then 'cash_on_delivery' else 'prepaid' end, case buyer.country when 'RO' then 'RON' else 'EUR' end, amount, amount,
  buyer.name, buyer.email, buyer.phone, buyer.street, buyer.city, buyer.zip, buyer.country,
  case when pg_temp.share(n, 33) < 0.05 then lists.products[1 + n % 10] || ' ' || n % 5000 || ' SRL' end,
  case when pg_temp.share(n, 34) < 0.05 then array['+4076' || lpad((n % 10000000)::text, 7, '0')] else '{}' end,
  case when logistic not in ('shipped', 'in_transit', 'delivered', 'returned') then '{}'
    when store % 2 = 0 then array['RR' || lpad(floor(pg_temp.share(n, 35) * 1000000000)::bigint::text, 9, '0') || 'RO']
    else array[(8000000000000 + floor(pg_temp.share(n, 35) * 1000000000000)::bigint)::text] end,
  at, at, at
from lists, draft join customers buyer on buyer.id = pg_temp.id('customer', customer)
order by n;

insert into order_items (id, order_id, workspace_id, ordered_at, external_line_id, position, product_sku, product_name, quantity,
  current_quantity, price_per_unit, created_at)
select pg_temp.id('item', n * 8 + line), pg_temp.id('order', n), pg_temp.id('workspace', 1), at, line::text, line,
  'SKU-' || product, lists.products[1 + product % 10] || ' ' || product, 1, 1, (amount / lines)::numeric(14, 2), at
from lists, draft
cross join lateral generate_series(1, lines) line
cross join lateral (select 1 + floor(500 * pg_temp.share(n * 8 + line, 29) ^ 3)::int as product) drawn;
