-- Folding changes into what is said of products, and counting it again from the leads and their lines. The columns of product_figures are
-- those of lead_figures, written out of one list.
do $do$
declare
  steps constant text[] := array['uncalled', 'no_answer', 'postponed', 'wrong_number', 'rejected', 'fake', 'duplicate', 'cancelled_before',
    'cancelled_after', 'to_ship', 'to_ship_paid', 'under_way', 'under_way_paid', 'delivered', 'delivered_paid', 'refused', 'returned'];
  columns constant text := array_to_string(steps, ', ') || ', not_asked, priced, worth, collected, on_its_way, lost';
  sums constant text := (
    select string_agg(format('coalesce(sum(leads) filter (where step = %1$L), 0)::int as %1$I', step), ', ') from unnest(steps) step
  ) || $$, coalesce(sum(leads) filter (where not is_asked), 0)::int as not_asked, sum(priced)::int as priced, sum(worth)::bigint as worth,
    coalesce(sum(worth) filter (where kpi_status = 'paid'), 0)::bigint as collected,
    coalesce(sum(worth) filter (where kpi_status = 'shipped'), 0)::bigint as on_its_way,
    coalesce(sum(worth) filter (where kpi_status = 'rejected'), 0)::bigint as lost $$;
  additions constant text := (
    select string_agg(format('%1$I = known.%1$I + excluded.%1$I', name), ', ') from regexp_split_to_table(columns, ', ') name
  );
  -- What a change counts in: days and months of its SKU; and of its product those of the workspace, and months of each person who sees it.
  figures constant text := $$ select workspace_id, sku, span, date_trunc(span, quarter, 'UTC') as starts_at, user_id, store_user_id, integration_id,
    source, currency, $$ || sums || $$ from change cross join (values ('day'), ('month')) as spans (span) where sku <> ''
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 $$;
  ordered constant text := $$ select change.workspace_id, person.id as person_id, span, date_trunc(span, quarter, 'UTC') as starts_at, sku, name,
    currency, sum(units) as units, sum(ordered) as ordered
    from change
    cross join lateral (
      select '00000000-0000-0000-0000-000000000000'::uuid union select change.user_id union select change.store_user_id
    ) as person (id)
    cross join (values ('day'), ('month')) as spans (span)
    where span = 'month' or person.id = '00000000-0000-0000-0000-000000000000'
    group by 1, 2, 3, 4, 5, 6, 7 having sum(units) <> 0 or sum(ordered) <> 0 $$;
  cells constant text := $$ select lead.workspace_id, lead.user_id, coalesce(lead.store_user_id, lead.user_id) as store_user_id,
      coalesce(lead.integration_id, '00000000-0000-0000-0000-000000000000') as integration_id, lead.source,
      case when astra.known_currency(lead.currency) then lead.currency else '' end as currency, astra.quarter_of(lead.arrived_at) as quarter,
      astra.lead_step(lead.cod_status, lead.logistic_status, lead.kpi_status) as step, lead.kpi_status,
      lead.cod_status <> 'not_cod' as is_asked, product.sku, product.name, count(*)::int as leads, count(lead.value_thousandths)::int as priced,
      coalesce(sum(lead.value_thousandths), 0)::bigint as worth, sum(product.units) as units, sum(product.ordered) as ordered
    from public.crm_leads lead
    join (
      select line.order_id, astra.counted_sku(line.product_sku) as sku, astra.counted_name(line.product_sku, line.product_name) as name,
        sum(line.current_quantity) as units, sum(line.current_quantity * line.price_per_unit) as ordered
      from public.order_items line where line.workspace_id = of_workspace group by 1, 2, 3
    ) product on product.order_id = lead.order_id
    where lead.workspace_id = of_workspace and not lead.is_test
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 $$;
  write constant text := $$
    figures as (
      insert into public.product_figures as known (workspace_id, sku, span, starts_at, user_id, store_user_id, integration_id, source,
        currency, $$ || columns || ')' || figures || $$ order by 1, 2, 3, 4, 5, 6, 7, 8, 9
      on conflict (workspace_id, sku, span, starts_at, user_id, store_user_id, integration_id, source, currency)
      do update set $$ || additions || $$
    ), ordered as (
      insert into public.ordered_products as known (workspace_id, person_id, span, starts_at, sku, name, currency, units, ordered)
      $$ || ordered || $$ order by 1, 2, 3, 4, 5, 6, 7
      on conflict (workspace_id, person_id, span, starts_at, sku, name, currency)
      do update set units = known.units + excluded.units, ordered = known.ordered + excluded.ordered
    ) $$;
begin
  -- Folds the oldest changes, of one workspace or of all; one at a time, a second one has nothing to do.
  execute format($format$
    create function astra.fold_product_changes(most integer, of_workspace uuid default null) returns integer
    language plpgsql security definer set search_path = '' as $function$
    declare folded integer;
    begin
      if not pg_try_advisory_xact_lock(hashtextextended('fold_product_changes', 0)) then
        return 0;
      end if;
      with change as (
        delete from public.product_figure_changes where id in (
          select id from public.product_figure_changes where of_workspace is null or workspace_id = of_workspace order by id limit most)
        returning *
      ), %s
      select count(*) into folded from change;
      return folded;
    end
    $function$
  $format$, write);
  -- Counts all that is said of a workspace's products from its leads and lines; nobody writes these meanwhile.
  execute format($format$
    create function astra.rebuild_product_figures(of_workspace uuid) returns void language plpgsql security definer set search_path = '' as $function$
    declare counted bigint;
    begin
      lock table public.order_items, public.crm_leads in share mode;
      perform pg_advisory_xact_lock(hashtextextended('fold_product_changes', 0));
      delete from public.product_figure_changes where workspace_id = of_workspace;
      delete from public.product_figures where workspace_id = of_workspace;
      delete from public.ordered_products where workspace_id = of_workspace;
      with change as materialized (%s), %s
      select count(*) into counted from change;
    end
    $function$
  $format$, cells, write);
  -- Where what is said of products differs from the leads and lines: how many rows of each kind, and an example. None when all is right.
  execute format($format$
    create function astra.product_figure_differences(of_workspace uuid) returns table (kind text, rows bigint, example text)
    language sql stable security definer set search_path = '' as $function$
      with change as materialized (
        %1$s
        union all
        select workspace_id, user_id, store_user_id, integration_id, source, currency, quarter, step, kpi_status, is_asked, sku, name,
          -leads, -priced, -worth, -units, -ordered
        from public.product_figure_changes where workspace_id = of_workspace
      ), figure as (%2$s), told as (%3$s), difference as (
        select 'products of a ' || coalesce(figure.span, known.span) as kind, coalesce(figure.starts_at, known.starts_at)::text as example
        from figure full join (select * from public.product_figures where workspace_id = of_workspace) known
          on (known.sku, known.span, known.starts_at, known.user_id, known.store_user_id, known.integration_id, known.source, known.currency)
            = (figure.sku, figure.span, figure.starts_at, figure.user_id, figure.store_user_id, figure.integration_id, figure.source,
              figure.currency)
        where astra.counted_of(to_jsonb(figure) - 'sku') is distinct from astra.counted_of(to_jsonb(known) - 'sku')
        union all
        select 'orders of products of a ' || coalesce(told.span, known.span), coalesce(told.starts_at, known.starts_at)::text
        from told full join (select * from public.ordered_products where workspace_id = of_workspace) known
          on (known.person_id, known.span, known.starts_at, known.sku, known.name, known.currency)
            = (told.person_id, told.span, told.starts_at, told.sku, told.name, told.currency)
        where (coalesce(told.units, 0), coalesce(told.ordered, 0)) <> (coalesce(known.units, 0), coalesce(known.ordered, 0))
      )
      select kind, count(*), min(example) from difference group by kind order by kind
    $function$
  $format$, cells, figures, ordered);
end
$do$;

do $$
declare signature text;
begin
  foreach signature in array array['astra.fold_product_changes(integer, uuid)', 'astra.rebuild_product_figures(uuid)',
    'astra.product_figure_differences(uuid)'] loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to service_role', signature);
  end loop;
end
$$;

select astra.rebuild_product_figures(id) from workspaces;
