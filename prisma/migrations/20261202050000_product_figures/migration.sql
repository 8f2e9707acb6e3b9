-- What the dashboard says of products, counted ahead as the other figures are (lead_figures): triggers add changes, a job folds them. A
-- product is a SKU, or without one the name of the line. Of a SKU the leads are counted that ordered it, each once, for the dashboard of one
-- product; of every product its units and their worth, whatever became of the leads, for what sells best.

CREATE TABLE "product_figure_changes" (
    "id" BIGSERIAL NOT NULL,
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "store_user_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "kpi_status" TEXT NOT NULL,
    "is_asked" BOOLEAN NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "leads" INTEGER NOT NULL,
    "priced" INTEGER NOT NULL,
    "worth" BIGINT NOT NULL,
    "units" DECIMAL(24,3) NOT NULL,
    "ordered" DECIMAL(38,6) NOT NULL,

    CONSTRAINT "product_figure_changes_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "product_figure_changes_workspace_id_idx" ON "product_figure_changes"("workspace_id");

CREATE TABLE "product_figures" (
    "workspace_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID NOT NULL,
    "store_user_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "uncalled" INTEGER NOT NULL DEFAULT 0,
    "no_answer" INTEGER NOT NULL DEFAULT 0,
    "postponed" INTEGER NOT NULL DEFAULT 0,
    "wrong_number" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "fake" INTEGER NOT NULL DEFAULT 0,
    "duplicate" INTEGER NOT NULL DEFAULT 0,
    "cancelled_before" INTEGER NOT NULL DEFAULT 0,
    "cancelled_after" INTEGER NOT NULL DEFAULT 0,
    "to_ship" INTEGER NOT NULL DEFAULT 0,
    "to_ship_paid" INTEGER NOT NULL DEFAULT 0,
    "under_way" INTEGER NOT NULL DEFAULT 0,
    "under_way_paid" INTEGER NOT NULL DEFAULT 0,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "delivered_paid" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "not_asked" INTEGER NOT NULL DEFAULT 0,
    "priced" INTEGER NOT NULL DEFAULT 0,
    "worth" BIGINT NOT NULL DEFAULT 0,
    "collected" BIGINT NOT NULL DEFAULT 0,
    "on_its_way" BIGINT NOT NULL DEFAULT 0,
    "lost" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "product_figures_pkey" PRIMARY KEY ("workspace_id","sku","span","starts_at","user_id","store_user_id","integration_id","source","currency")
);

CREATE TABLE "ordered_products" (
    "workspace_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "span" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "units" DECIMAL(24,3) NOT NULL,
    "ordered" DECIMAL(38,6) NOT NULL,

    CONSTRAINT "ordered_products_pkey" PRIMARY KEY ("workspace_id","person_id","span","starts_at","sku","name","currency")
);

alter table product_figures add constraint product_figures_span_check check (span in ('day', 'month'));
alter table ordered_products add constraint ordered_products_span_check check (span in ('day', 'month'));
alter table product_figures set (fillfactor = 90);
alter table ordered_products set (fillfactor = 70);

-- Which product a line is of: a SKU, else the name. What is longer than any SKU is none, so that every product fits an index.
create function astra.counted_sku(sku text) returns text language sql immutable parallel safe as $$
  select case when length(sku) between 1 and 200 then sku else '' end
$$;
create function astra.counted_name(sku text, name text) returns text language sql immutable parallel safe as $$
  select case when length(sku) between 1 and 200 then '' else left(name, 200) end
$$;
revoke execute on function astra.counted_sku(text), astra.counted_name(text, text) from public;
grant execute on function astra.counted_sku(text), astra.counted_name(text, text) to authenticated, service_role;

-- Changes of leads and of their lines. What counts follows from both: each trigger takes away what it was and adds what it is of its own
-- side, with the other as it stands, and a change of lines holds the leads meanwhile, so that of two at once one sees what the other did.
-- Lines of an order that has no lead yet, as those of every new one, are told with their lead.
do $do$
declare
  write constant text := $format$
    insert into public.product_figure_changes (workspace_id, user_id, store_user_id, integration_id, source, currency, quarter, step,
      kpi_status, is_asked, sku, name, leads, priced, worth, units, ordered)
    select lead.workspace_id, lead.user_id, coalesce(lead.store_user_id, lead.user_id),
      coalesce(lead.integration_id, '00000000-0000-0000-0000-000000000000'), lead.source,
      case when astra.known_currency(lead.currency) then lead.currency else '' end, astra.quarter_of(lead.arrived_at),
      astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status), lead.kpi_status, lead.cod_status <> 'not_cod',
      product.sku, product.name, sum(sign), coalesce(sum(sign) filter (where lead.value_thousandths is not null), 0),
      coalesce(sum(sign * lead.value_thousandths), 0), sum(sign * product.units), sum(sign * product.ordered)
    from %s where not lead.is_test
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    having sum(sign) <> 0 or sum(sign) filter (where lead.value_thousandths is not null) <> 0 or sum(sign * lead.value_thousandths) <> 0
      or sum(sign * product.units) <> 0 or sum(sign * product.ordered) <> 0;
  $format$;
  product constant text := $$ astra.counted_sku(line.product_sku) as sku, astra.counted_name(line.product_sku, line.product_name) as name,
    sum(line.current_quantity) as units, sum(line.current_quantity * line.price_per_unit) as ordered $$;
  of_leads constant text := $$ (%s) lead
    cross join lateral (select $$ || product || $$ from public.order_items line where line.order_id = lead.order_id group by 1, 2) product $$;
  of_lines constant text := $$ (select sign, line.order_id, $$ || product || $$ from (%s) line group by 1, 2, 3, 4) product
    join public.crm_leads lead on lead.order_id = product.order_id $$;
  counted constant text := $$ (%1$s.workspace_id, %1$s.user_id, %1$s.store_user_id, %1$s.integration_id, %1$s.source, %1$s.currency,
    %1$s.arrived_at, %1$s.cod_status, %1$s.logistic_status, %1$s.kpi_status, %1$s.is_test, %1$s.value, %1$s.order_id) $$;
  changed constant text := ' before join after using (id) where ' || format(counted, 'before') || ' is distinct from ' || format(counted, 'after');
  line constant text := ' order_id, product_sku, product_name, current_quantity, price_per_unit from ';
  lines_of constant text := 'select 1 as sign, ' || line || ' public.order_items where order_id in (select order_id from %1$s)
    union all select -1, ' || line || ' public.order_items where order_id in (select order_id from %1$s) ';
  operation text;
  leads text;
  lines text;
begin
  for operation, leads, lines in values
    ('insert', 'select 1 as sign, lead.* from after lead', format(lines_of, 'after') || ' and id not in (select id from after)'),
    ('update', 'select -1 as sign, before.* from' || changed || ' union all select 1, after.* from' || changed,
      format(lines_of, 'after') || ' and id not in (select id from after) union all select -1, ' || line || 'before'),
    ('delete', 'select -1 as sign, lead.* from before lead', format(lines_of, 'before') || ' union all select -1, ' || line || 'before')
  loop
    execute format($format$
      create function astra.note_products_of_lead_%1$s() returns trigger language plpgsql security definer set search_path = '' as $function$
      begin
        %2$s
        return null;
      end
      $function$;
      create function astra.note_products_of_line_%1$s() returns trigger language plpgsql security definer set search_path = '' as $function$
      begin
        -- What adds lines or changes those that are there sets off both triggers, mostly one of them for nothing.
        if exists (select from %3$s) then
          perform from public.crm_leads where order_id in (select order_id from %3$s) order by id for no key update;
          if found then
            %4$s
          end if;
        end if;
        return null;
      end
      $function$;
      revoke execute on function astra.note_products_of_lead_%1$s(), astra.note_products_of_line_%1$s() from public;
    $format$, operation, format(write, format(of_leads, leads)), case operation when 'delete' then 'before' else 'after' end,
      format(write, format(of_lines, lines)));
  end loop;
end
$do$;
create trigger note_products_of_inserts after insert on crm_leads referencing new table as after
  for each statement execute function astra.note_products_of_lead_insert();
create trigger note_products_of_updates after update on crm_leads referencing old table as before new table as after
  for each statement execute function astra.note_products_of_lead_update();
create trigger note_products_of_deletes after delete on crm_leads referencing old table as before
  for each statement execute function astra.note_products_of_lead_delete();
create trigger note_products_of_inserts after insert on order_items referencing new table as after
  for each statement execute function astra.note_products_of_line_insert();
create trigger note_products_of_updates after update on order_items referencing old table as before new table as after
  for each statement execute function astra.note_products_of_line_update();
create trigger note_products_of_deletes after delete on order_items referencing old table as before
  for each statement execute function astra.note_products_of_line_delete();

-- Who sees them: whoever sees the leads that they are of.
do $$
declare name text;
begin
  foreach name in array array['product_figure_changes', 'product_figures', 'ordered_products'] loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('revoke all on public.%I from anon, authenticated', name);
    execute format('grant select, insert, update, delete on public.%I to service_role', name);
    execute format('create policy service on public.%I for all to service_role using (true) with check (true)', name);
    execute format('grant select on public.%I to authenticated', name);
    execute format('create policy whole_workspace_read on public.%I for select to authenticated
      using (workspace_id in (select astra.overview_workspaces()))', name);
  end loop;
end
$$;
create policy sellers_read on product_figure_changes for select to authenticated
  using ((user_id = (select auth.uid()) or store_user_id = (select auth.uid())) and workspace_id in (select astra.editing_workspaces()));
create policy sellers_read on product_figures for select to authenticated
  using ((user_id = (select auth.uid()) or store_user_id = (select auth.uid())) and workspace_id in (select astra.editing_workspaces()));
create policy sellers_read on ordered_products for select to authenticated
  using (person_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));
grant usage on sequence product_figure_changes_id_seq to service_role;
