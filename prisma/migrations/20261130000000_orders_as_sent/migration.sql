-- Orders as real shops send them: payment kinds, amounts due, statuses that nobody knows, parts of other orders, what a caller needs.

-- Stores: what their owners say of payment methods and statuses, and of orders that name no method or no country.
alter table integrations
  add column payment_methods jsonb not null default '{}',
  add column status_map jsonb not null default '{}',
  add column default_country text,
  add column store_error text,
  add column store_error_at timestamptz(3),
  add constraint integrations_payment_methods_check check (jsonb_typeof(payment_methods) = 'object'),
  add constraint integrations_status_map_check check (jsonb_typeof(status_map) = 'object'),
  add constraint integrations_default_country_check check (default_country ~ '^[A-Z]{2}$');
grant select (payment_methods, status_map, default_country, store_error, store_error_at) on integrations to authenticated;
grant insert (default_country), update (payment_methods, status_map, default_country) on integrations to authenticated;

alter table webhook_deliveries add column not_understood text[] default array[]::text[];
grant select (not_understood) on webhook_deliveries to authenticated;

-- Orders. A currency is what the store says it is, also one that the world does not know.
alter table orders drop constraint orders_currency_check;
alter table orders
  add constraint orders_currency_check check (length(currency) <= 12 and currency !~ '[[:cntrl:][:space:]]'),
  add column payment_kind text not null default 'unknown'
    constraint orders_payment_kind_check check (payment_kind in ('cash_on_delivery', 'prepaid', 'pay_later', 'unknown')),
  add column store_status text,
  add column is_status_unknown boolean not null default false,
  add column call_reason text constraint orders_call_reason_check check (call_reason in ('delivery_failed', 'cancel_requested')),
  add column shipment text not null default 'none'
    constraint orders_shipment_check check (shipment in ('none', 'shipped', 'in_transit', 'delivered', 'returned')),
  add column shipment_said_at timestamptz(3),
  add column amount_due numeric(14,3) not null default 0,
  add column received_amount numeric(14,3) not null default 0,
  add column shipping_amount numeric(14,3),
  add column tax_amount numeric(14,3),
  add column discount_amount numeric(14,3),
  add column fee_amount numeric(14,3),
  add column taxes_included boolean,
  add column buyer_currency text,
  add column buyer_total_amount numeric(14,3),
  add column buyer_amount_due numeric(14,3),
  add column note text,
  add column attributes jsonb not null default '[]',
  add column shipping_method text,
  add column company text,
  add column tax_number text,
  add column other_phones text[] default array[]::text[],
  add column not_understood text[] default array[]::text[],
  add column external_parent_id text,
  add column parent_relation text constraint orders_parent_relation_check check (parent_relation in ('part', 'instalment', 'split')),
  add column parent_order_id uuid references orders (id) on delete restrict on update cascade,
  add column repeats_parent boolean not null default false,
  add constraint orders_parent_check check (parent_order_id <> id),
  add constraint orders_amount_due_check check (amount_due >= 0),
  add constraint orders_received_amount_check check (received_amount >= refunded_amount) not valid;
-- Only questions for the owner need these, and most orders raise none.
create index orders_unknown_payment on orders (integration_id) where payment_kind = 'unknown';
create index orders_unknown_status on orders (integration_id) where is_status_unknown;
create index orders_parent_order_id_idx on orders (parent_order_id);
create index orders_external_parent on orders (integration_id, external_parent_id) where external_parent_id is not null;

-- What is known of the orders that are here: until now an order was cash on delivery or else taken for prepaid.
alter table orders disable trigger user;
update orders set
  payment_kind = case
    when is_cod then 'cash_on_delivery'
    when payment_status in ('authorized', 'paid', 'partially_refunded', 'refunded') then 'prepaid'
    else 'unknown' end,
  received_amount = case
    when payment_status in ('paid', 'partially_refunded', 'refunded') then greatest(total_amount, refunded_amount)
    else refunded_amount end,
  amount_due = case
    when payment_status in ('pending', 'authorized', 'partially_paid', 'failed') and status not in ('cancelled', 'refunded')
      then current_total_amount
    else 0 end,
  shipment = case status when 'shipped' then 'shipped' when 'delivered' then 'delivered' else 'none' end;
alter table orders enable trigger user;
alter table orders validate constraint orders_received_amount_check;
alter table orders drop column is_cod;
alter table orders add column is_cod boolean not null generated always as (payment_kind = 'cash_on_delivery') stored;

alter table order_refunds
  add column buyer_amount numeric(14,3),
  add column buyer_currency text,
  add column said_at timestamptz(3),
  add column voided_at timestamptz(3);
update order_refunds set said_at = refunded_at;
alter table order_refunds alter column said_at set not null, alter column said_at set default CURRENT_TIMESTAMP;

alter table order_items
  add column attributes jsonb not null default '[]',
  add column line_total numeric(14,3);

-- Leads: the last word of a person of each status (null: none has decided), so that what only the store moved it can move back;
-- and why a buyer is to be called although the parcel has left.
alter table crm_leads
  add column cod_decision text constraint crm_leads_cod_decision_check
    check (cod_decision in ('not_cod', 'pending', 'no_answer', 'postponed', 'wrong_number', 'confirmed', 'rejected', 'fake',
                            'duplicate', 'collected', 'refused')),
  add column logistic_decision text constraint crm_leads_logistic_decision_check
    check (logistic_decision in ('pending', 'packed', 'shipped', 'in_transit', 'delivered', 'returned', 'cancelled')),
  add column call_reason text constraint crm_leads_call_reason_check check (call_reason in ('delivery_failed', 'cancel_requested'));
alter table crm_leads disable trigger user;
update crm_leads set
  cod_decision = case when cod_set_by_person then cod_status end,
  logistic_decision = case when logistic_set_by_person then logistic_status end
where cod_set_by_person or logistic_set_by_person;
-- Cash on delivery that the store marked as paid after a person had said something of it: that is still the person's last word.
update crm_leads lead set cod_decision = said.status
from (
  select distinct on (lead_id) lead_id, details ->> 'to' as status from crm_lead_events
  where type = 'status_changed' and user_id is not null and details ->> 'field' = 'codStatus'
  order by lead_id, occurred_at desc, created_at desc
) said
where said.lead_id = lead.id and lead.cod_status = 'collected' and not lead.cod_set_by_person;
alter table crm_leads enable trigger user;

-- Who waits for a call, told once: the tab, the queue, its counts and their indexes all ask this.
alter table crm_leads add column to_call boolean not null generated always as (
  call_reason is not null or (logistic_status = 'pending' and cod_status in ('pending', 'no_answer', 'postponed'))) stored;
drop index crm_leads_call_queue;
create index crm_leads_call_queue on crm_leads (workspace_id, call_back_at, value desc nulls last, arrived_at, id) where to_call;
drop index crm_leads_to_call;
create index crm_leads_to_call on crm_leads (workspace_id, arrived_at desc, id desc) where to_call;

drop trigger touch_updated_at on crm_leads;
create trigger touch_updated_at before update of workspace_id, order_id, integration_id, user_id, customer_id, name, email, phone, source,
  logistic_status, cod_status, kpi_status, logistic_decision, cod_decision, call_reason, call_attempts, call_back_at, is_test, value,
  store_user_id, arrived_at on crm_leads
  for each row execute function astra.touch_updated_at();
alter table crm_leads drop column cod_set_by_person, drop column logistic_set_by_person;
grant update (cod_decision, logistic_decision, call_reason) on crm_leads to authenticated;

-- "Paid" needs money that came: what was not cash on delivery used to count as paid once it was delivered.
update crm_leads lead set kpi_status = 'shipped'
where lead.kpi_status = 'paid' and lead.cod_status = 'not_cod' and lead.logistic_status = 'delivered'
  and not exists (
    select 1 from orders "order"
    where "order".id = lead.order_id and "order".payment_status in ('paid', 'partially_refunded')
  );
