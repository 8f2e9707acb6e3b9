-- Stock as a ledger: what a product has is the sum of its movements, and nobody writes it otherwise.

alter table "products"
  alter column "stock" type bigint,
  add column "reserved" bigint not null default 0,
  add column "counted_at" timestamptz(3) not null default current_timestamp,
  add column "archived_at" timestamptz(3),
  add column "photo" text;
alter table "workspaces" add column "low_stock_at" integer not null default 5;

alter table "stock_movements"
  add column "seq" bigserial not null,
  add column "kind" text not null default 'correction',
  add column "reserved_delta" bigint not null default 0,
  add column "quantity" bigint not null default 0,
  add column "user_id" uuid,
  add column "ordered_on" date,
  alter column "delta" type bigint,
  alter column "reason" drop not null;
alter table "stock_movements" alter column "kind" drop default;
drop index "stock_movements_order_item_id_reason_key";
drop index "stock_movements_product_id_created_at_idx";
create index "stock_movements_product_id_seq_idx" on "stock_movements"("product_id", "seq" desc);
create index "stock_movements_order_item_id_idx" on "stock_movements"("order_item_id");
create index "stock_movements_user_id_idx" on "stock_movements"("user_id");
alter table "stock_movements" add constraint "stock_movements_user_id_fkey"
  foreign key ("user_id") references "users"("id") on delete restrict on update cascade;

-- Which product serves a line, and how much of it is reserved, has left and came back: the sum of the line's movements.
create table "stock_allocations" (
  "order_item_id" uuid not null,
  "product_id" uuid not null,
  "sku" text not null,
  "ordered_on" date not null,
  "reserved" integer not null default 0,
  "shipped" integer not null default 0,
  "came_back" integer not null default 0,
  "returned_sellable" integer not null default 0,
  "returned_damaged" integer not null default 0,
  "not_returned" integer not null default 0,
  "to_check" integer not null generated always as ("came_back" - "returned_sellable" - "returned_damaged" - "not_returned") stored,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "stock_allocations_pkey" primary key ("order_item_id")
);
create index "stock_allocations_product_id_ordered_on_idx" on "stock_allocations"("product_id", "ordered_on" desc);
create index stock_allocations_to_check on stock_allocations (product_id) where to_check > 0;
create index stock_allocations_reserved on stock_allocations (product_id) where reserved > 0;
alter table "stock_allocations"
  add constraint "stock_allocations_order_item_id_fkey"
    foreign key ("order_item_id") references "order_items"("id") on delete restrict on update cascade,
  add constraint "stock_allocations_product_id_fkey"
    foreign key ("product_id") references "products"("id") on delete restrict on update cascade;

-- What a shop calls a product that its owner, or the platform, knows by another SKU.
create table "product_aliases" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "user_id" uuid,
  "sku" text not null,
  "product_id" uuid not null,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "product_aliases_pkey" primary key ("id")
);
create unique index product_aliases_workspace_id_user_id_sku_key on product_aliases (workspace_id, user_id, sku) nulls not distinct;
create index "product_aliases_user_id_idx" on "product_aliases"("user_id");
create index "product_aliases_product_id_idx" on "product_aliases"("product_id");
alter table "product_aliases"
  add constraint "product_aliases_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "product_aliases_user_id_fkey"
    foreign key ("user_id") references "users"("id") on delete restrict on update cascade,
  add constraint "product_aliases_product_id_fkey"
    foreign key ("product_id") references "products"("id") on delete cascade on update cascade;

-- How many units of a product were ordered on a day (UTC) and not called off or sent back: for "sold in 30 days".
create table "product_days" (
  "product_id" uuid not null,
  "day" date not null,
  "sold" bigint not null default 0,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "product_days_pkey" primary key ("product_id", "day")
);
alter table "product_days" add constraint "product_days_product_id_fkey"
  foreign key ("product_id") references "products"("id") on delete cascade on update cascade;

-- A product that became low, out, oversold or available again: a row for each crossing.
create table "stock_alerts" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "product_id" uuid not null,
  "kind" text not null,
  "available" bigint not null,
  "told_to" uuid[] default array[]::uuid[],
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "stock_alerts_pkey" primary key ("id")
);
create index "stock_alerts_workspace_id_created_at_idx" on "stock_alerts"("workspace_id", "created_at" desc);
create index "stock_alerts_product_id_created_at_idx" on "stock_alerts"("product_id", "created_at" desc);
alter table "stock_alerts"
  add constraint "stock_alerts_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "stock_alerts_product_id_fkey"
    foreign key ("product_id") references "products"("id") on delete cascade on update cascade;

-- Orders whose lines changed in a transaction that has not ended: they are settled, once each, when it commits.
create table "stock_due" (
  "transaction" bigint not null default ((pg_current_xact_id())::text)::bigint,
  "order_id" uuid not null,
  "is_first" boolean not null,
  constraint "stock_due_pkey" primary key ("transaction", "order_id")
);

alter table products
  add constraint products_sku_check check (sku = btrim(sku) and sku <> '') not valid,
  add constraint products_low_stock_at_check check (low_stock_at >= 0) not valid;
alter table workspaces add constraint workspaces_low_stock_at_check check (low_stock_at between 0 and 1000000);
alter table product_aliases add constraint product_aliases_sku_check check (sku = btrim(sku) and sku <> '' and length(sku) <= 200);
alter table stock_alerts add constraint stock_alerts_kind_check check (kind in ('low', 'out', 'oversold', 'restocked'));
alter table stock_allocations add constraint stock_allocations_amounts_check check (
  reserved >= 0 and shipped >= 0 and returned_sellable >= 0 and returned_damaged >= 0 and not_returned >= 0
  and came_back between 0 and shipped and to_check >= 0);

-- Products had a stock that nobody explained: from here on it is what they begin with.
alter table products disable trigger user;
insert into stock_movements (product_id, kind, delta, quantity)
select product.id, 'initial', beginning.delta, beginning.delta
from products product cross join lateral (
  select product.stock - coalesce(sum(movement.delta), 0) as delta from stock_movements movement where movement.product_id = product.id
) beginning
where beginning.delta <> 0;
alter table products enable trigger user;

alter table stock_movements
  add constraint stock_movements_kind_check check (kind in (
    'initial', 'receipt', 'correction', 'stock_take', 'import',
    'reserve', 'release', 'ship', 'ship_before', 'unship', 'return_sellable', 'return_damaged', 'not_returned')),
  -- Only what orders do reserves, and only people give reasons.
  add constraint stock_movements_cause_check check (
    (kind in ('initial', 'receipt', 'correction', 'stock_take', 'import')) = (order_item_id is null)
    and (order_item_id is not null or (reserved_delta = 0 and quantity = delta))) not valid,
  add constraint stock_movements_bounds_check check (
    abs(delta) <= 1000000000 and abs(reserved_delta) <= 1000000000 and length(reason) <= 500) not valid;
