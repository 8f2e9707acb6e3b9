-- The figures of a whole workspace, added up further: of all leads, and of each store, seller and source. A year of a business of many stores
-- and sellers is tens of thousands of rows where each pair of them has its own; who sees everything reads a few thousand.

CREATE TABLE "workspace_figures" (
    "workspace_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
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

    CONSTRAINT "workspace_figures_pkey" PRIMARY KEY ("workspace_id","part","span","starts_at","key","currency")
);

alter table workspace_figures add constraint workspace_figures_part_check check (part in ('all', 'store', 'seller', 'source'));
alter table workspace_figures add constraint workspace_figures_span_check check (span in ('day', 'month'));
alter table workspace_figures set (fillfactor = 70);
alter table workspace_figures enable row level security;
alter table workspace_figures force row level security;
revoke all on workspace_figures from anon, authenticated;
grant select, insert, update, delete on workspace_figures to service_role;
create policy service on workspace_figures for all to service_role using (true) with check (true);
grant select on workspace_figures to authenticated;
create policy whole_workspace_read on workspace_figures for select to authenticated
  using (workspace_id in (select astra.overview_workspaces()));

-- The figures of one store are found without those of all others.
CREATE INDEX "lead_figures_integration_id_span_starts_at_idx" ON "lead_figures"("integration_id", "span", "starts_at");

-- As it was, and into these.
create or replace function astra.fold_lead_changes(most integer, of_workspace uuid default null) returns integer language plpgsql security definer set search_path = '' as $$
declare folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold_lead_changes', 0)) then
    return 0;
  end if;
  with change as (
    delete from public.lead_figure_changes
    where id in (
      select id from public.lead_figure_changes where of_workspace is null or workspace_id = of_workspace order by id limit most)
    returning *
  ), whole as (
    insert into public.workspace_figures as figures (workspace_id, part, key, span, starts_at, currency,
      uncalled, no_answer, postponed, wrong_number, rejected, fake, duplicate, cancelled_before, cancelled_after, to_ship,
      to_ship_paid, under_way, under_way_paid, delivered, delivered_paid, refused, returned, not_asked, priced, worth, collected,
      on_its_way, lost)
    select workspace_id, told.part, told.key, span, date_trunc(span, quarter, 'UTC'), currency,
      coalesce(sum(leads) filter (where step = 'uncalled'), 0)::int as uncalled,
      coalesce(sum(leads) filter (where step = 'no_answer'), 0)::int as no_answer,
      coalesce(sum(leads) filter (where step = 'postponed'), 0)::int as postponed,
      coalesce(sum(leads) filter (where step = 'wrong_number'), 0)::int as wrong_number,
      coalesce(sum(leads) filter (where step = 'rejected'), 0)::int as rejected,
      coalesce(sum(leads) filter (where step = 'fake'), 0)::int as fake,
      coalesce(sum(leads) filter (where step = 'duplicate'), 0)::int as duplicate,
      coalesce(sum(leads) filter (where step = 'cancelled_before'), 0)::int as cancelled_before,
      coalesce(sum(leads) filter (where step = 'cancelled_after'), 0)::int as cancelled_after,
      coalesce(sum(leads) filter (where step = 'to_ship'), 0)::int as to_ship,
      coalesce(sum(leads) filter (where step = 'to_ship_paid'), 0)::int as to_ship_paid,
      coalesce(sum(leads) filter (where step = 'under_way'), 0)::int as under_way,
      coalesce(sum(leads) filter (where step = 'under_way_paid'), 0)::int as under_way_paid,
      coalesce(sum(leads) filter (where step = 'delivered'), 0)::int as delivered,
      coalesce(sum(leads) filter (where step = 'delivered_paid'), 0)::int as delivered_paid,
      coalesce(sum(leads) filter (where step = 'refused'), 0)::int as refused,
      coalesce(sum(leads) filter (where step = 'returned'), 0)::int as returned,
      coalesce(sum(leads) filter (where not is_asked), 0)::int as not_asked,
      sum(priced)::int as priced,
      sum(worth)::bigint as worth,
      coalesce(sum(worth) filter (where kpi_status = 'paid'), 0)::bigint as collected,
      coalesce(sum(worth) filter (where kpi_status = 'shipped'), 0)::bigint as on_its_way,
      coalesce(sum(worth) filter (where kpi_status = 'rejected'), 0)::bigint as lost
    from change
    cross join lateral (
      values ('all', ''), ('store', integration_id::text), ('seller', user_id::text), ('source', source)
    ) as told (part, key)
    cross join (values ('day'), ('month')) as spans (span)
    group by 1, 2, 3, 4, 5, 6
    order by 1, 2, 3, 4, 5, 6
    on conflict (workspace_id, part, span, starts_at, key, currency) do update set
      uncalled = figures.uncalled + excluded.uncalled, no_answer = figures.no_answer + excluded.no_answer, postponed =
      figures.postponed + excluded.postponed, wrong_number = figures.wrong_number + excluded.wrong_number, rejected = figures.rejected
      + excluded.rejected, fake = figures.fake + excluded.fake, duplicate = figures.duplicate + excluded.duplicate, cancelled_before =
      figures.cancelled_before + excluded.cancelled_before, cancelled_after = figures.cancelled_after + excluded.cancelled_after,
      to_ship = figures.to_ship + excluded.to_ship, to_ship_paid = figures.to_ship_paid + excluded.to_ship_paid, under_way =
      figures.under_way + excluded.under_way, under_way_paid = figures.under_way_paid + excluded.under_way_paid, delivered =
      figures.delivered + excluded.delivered, delivered_paid = figures.delivered_paid + excluded.delivered_paid, refused =
      figures.refused + excluded.refused, returned = figures.returned + excluded.returned, not_asked = figures.not_asked +
      excluded.not_asked, priced = figures.priced + excluded.priced, worth = figures.worth + excluded.worth, collected =
      figures.collected + excluded.collected, on_its_way = figures.on_its_way + excluded.on_its_way, lost = figures.lost +
      excluded.lost
  ), figures as (
    insert into public.lead_figures as figures (workspace_id, span, starts_at, user_id, store_user_id, integration_id, source, currency,
      uncalled, no_answer, postponed, wrong_number, rejected, fake, duplicate, cancelled_before, cancelled_after, to_ship,
      to_ship_paid, under_way, under_way_paid, delivered, delivered_paid, refused, returned, not_asked, priced, worth, collected,
      on_its_way, lost)
    select workspace_id, span, date_trunc(span, quarter, 'UTC'), user_id, store_user_id, integration_id, source, currency,
      coalesce(sum(leads) filter (where step = 'uncalled'), 0)::int as uncalled,
      coalesce(sum(leads) filter (where step = 'no_answer'), 0)::int as no_answer,
      coalesce(sum(leads) filter (where step = 'postponed'), 0)::int as postponed,
      coalesce(sum(leads) filter (where step = 'wrong_number'), 0)::int as wrong_number,
      coalesce(sum(leads) filter (where step = 'rejected'), 0)::int as rejected,
      coalesce(sum(leads) filter (where step = 'fake'), 0)::int as fake,
      coalesce(sum(leads) filter (where step = 'duplicate'), 0)::int as duplicate,
      coalesce(sum(leads) filter (where step = 'cancelled_before'), 0)::int as cancelled_before,
      coalesce(sum(leads) filter (where step = 'cancelled_after'), 0)::int as cancelled_after,
      coalesce(sum(leads) filter (where step = 'to_ship'), 0)::int as to_ship,
      coalesce(sum(leads) filter (where step = 'to_ship_paid'), 0)::int as to_ship_paid,
      coalesce(sum(leads) filter (where step = 'under_way'), 0)::int as under_way,
      coalesce(sum(leads) filter (where step = 'under_way_paid'), 0)::int as under_way_paid,
      coalesce(sum(leads) filter (where step = 'delivered'), 0)::int as delivered,
      coalesce(sum(leads) filter (where step = 'delivered_paid'), 0)::int as delivered_paid,
      coalesce(sum(leads) filter (where step = 'refused'), 0)::int as refused,
      coalesce(sum(leads) filter (where step = 'returned'), 0)::int as returned,
      coalesce(sum(leads) filter (where not is_asked), 0)::int as not_asked,
      sum(priced)::int as priced,
      sum(worth)::bigint as worth,
      coalesce(sum(worth) filter (where kpi_status = 'paid'), 0)::bigint as collected,
      coalesce(sum(worth) filter (where kpi_status = 'shipped'), 0)::bigint as on_its_way,
      coalesce(sum(worth) filter (where kpi_status = 'rejected'), 0)::bigint as lost
    from change cross join (values ('day'), ('month')) as spans (span)
    group by 1, 2, 3, 4, 5, 6, 7, 8
    order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (workspace_id, span, starts_at, user_id, store_user_id, integration_id, source, currency) do update set
      uncalled = figures.uncalled + excluded.uncalled, no_answer = figures.no_answer + excluded.no_answer,
      postponed = figures.postponed + excluded.postponed, wrong_number = figures.wrong_number + excluded.wrong_number,
      rejected = figures.rejected + excluded.rejected, fake = figures.fake + excluded.fake,
      duplicate = figures.duplicate + excluded.duplicate, cancelled_before = figures.cancelled_before + excluded.cancelled_before,
      cancelled_after = figures.cancelled_after + excluded.cancelled_after, to_ship = figures.to_ship + excluded.to_ship,
      to_ship_paid = figures.to_ship_paid + excluded.to_ship_paid, under_way = figures.under_way + excluded.under_way,
      under_way_paid = figures.under_way_paid + excluded.under_way_paid, delivered = figures.delivered + excluded.delivered,
      delivered_paid = figures.delivered_paid + excluded.delivered_paid, refused = figures.refused + excluded.refused,
      returned = figures.returned + excluded.returned, not_asked = figures.not_asked + excluded.not_asked,
      priced = figures.priced + excluded.priced, worth = figures.worth + excluded.worth,
      collected = figures.collected + excluded.collected, on_its_way = figures.on_its_way + excluded.on_its_way,
      lost = figures.lost + excluded.lost
  ), arrivals as (
    insert into public.lead_arrivals as arrivals (workspace_id, person_id, span, starts_at, waiting, shipped, paid, rejected)
    select change.workspace_id, person.id, span, case span when 'quarter' then quarter else date_trunc(span, quarter, 'UTC') end,
      coalesce(sum(leads) filter (where kpi_status = 'waiting'), 0), coalesce(sum(leads) filter (where kpi_status = 'shipped'), 0),
      coalesce(sum(leads) filter (where kpi_status = 'paid'), 0), coalesce(sum(leads) filter (where kpi_status = 'rejected'), 0)
    from change
    cross join lateral (
      select '00000000-0000-0000-0000-000000000000'::uuid union select change.user_id union select change.store_user_id
    ) as person (id)
    cross join (values ('quarter'), ('hour'), ('day')) as spans (span)
    where span <> 'quarter' or person.id = '00000000-0000-0000-0000-000000000000'
    group by 1, 2, 3, 4
    having sum(leads) filter (where kpi_status = 'waiting') <> 0 or sum(leads) filter (where kpi_status = 'shipped') <> 0
      or sum(leads) filter (where kpi_status = 'paid') <> 0 or sum(leads) filter (where kpi_status = 'rejected') <> 0
    order by 1, 2, 3, 4
    on conflict (workspace_id, person_id, span, starts_at) do update set
      waiting = arrivals.waiting + excluded.waiting, shipped = arrivals.shipped + excluded.shipped, paid = arrivals.paid + excluded.paid,
      rejected = arrivals.rejected + excluded.rejected
  )
  select count(*) into folded from change;
  return folded;
end
$$;

create or replace function astra.rebuild_lead_figures(of_workspace uuid) returns void language plpgsql security definer set search_path = '' as $$
declare month timestamptz;
begin
  lock table public.crm_leads in share mode;
  perform pg_advisory_xact_lock(hashtextextended('fold_lead_changes', 0));
  delete from public.lead_figure_changes where workspace_id = of_workspace;
  delete from public.lead_figures where workspace_id = of_workspace;
  delete from public.workspace_figures where workspace_id = of_workspace;
  delete from public.lead_arrivals where workspace_id = of_workspace;
  for month in
    select generate_series(date_trunc('month', min(arrived_at), 'UTC') at time zone 'UTC', max(arrived_at) at time zone 'UTC', '1 month')
      at time zone 'UTC'
    from public.crm_leads where workspace_id = of_workspace
  loop
    insert into public.lead_figure_changes (workspace_id, user_id, store_user_id, integration_id, source, currency, quarter, step, kpi_status,
      is_asked, leads, priced, worth)
    select workspace_id, user_id, coalesce(store_user_id, user_id) as store_user_id,
      coalesce(integration_id, '00000000-0000-0000-0000-000000000000') as integration_id, source,
      case when astra.known_currency(currency) then currency else '' end as currency, astra.quarter_of(arrived_at) as quarter,
      astra.lead_step(cod_status, logistic_status, kpi_status) as step, kpi_status, cod_status <> 'not_cod' as is_asked,
      count(*), count(value_thousandths), coalesce(sum(value_thousandths), 0)
    from public.crm_leads
    where workspace_id = of_workspace and not is_test
      and arrived_at >= month and arrived_at < (month at time zone 'UTC' + interval '1 month') at time zone 'UTC'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    while astra.fold_lead_changes(100000, of_workspace) > 0 loop
    end loop;
  end loop;
end
$$;

-- Where they differ from the figures that they add up, which are held against the leads (astra.lead_figure_differences).
create function astra.workspace_figure_differences(of_workspace uuid) returns table (kind text, rows bigint, example text)
language sql stable security definer set search_path = '' as $$
  with figure as (
    select workspace_id, told.part, told.key, span, starts_at, currency,
      sum(uncalled)::int as uncalled, sum(no_answer)::int as no_answer, sum(postponed)::int as postponed, sum(wrong_number)::int as
      wrong_number, sum(rejected)::int as rejected, sum(fake)::int as fake, sum(duplicate)::int as duplicate,
      sum(cancelled_before)::int as cancelled_before, sum(cancelled_after)::int as cancelled_after, sum(to_ship)::int as to_ship,
      sum(to_ship_paid)::int as to_ship_paid, sum(under_way)::int as under_way, sum(under_way_paid)::int as under_way_paid,
      sum(delivered)::int as delivered, sum(delivered_paid)::int as delivered_paid, sum(refused)::int as refused, sum(returned)::int as
      returned, sum(not_asked)::int as not_asked, sum(priced)::int as priced, sum(worth)::bigint as worth, sum(collected)::bigint as
      collected, sum(on_its_way)::bigint as on_its_way, sum(lost)::bigint as lost
    from public.lead_figures
    cross join lateral (
      values ('all', ''), ('store', integration_id::text), ('seller', user_id::text), ('source', source)
    ) as told (part, key)
    where workspace_id = of_workspace
    group by 1, 2, 3, 4, 5, 6
  ), difference as (
    select 'figures of the whole, of a ' || coalesce(figure.span, known.span) as kind,
      coalesce(figure.starts_at, known.starts_at)::text as example
    from figure full join (select * from public.workspace_figures where workspace_id = of_workspace) known
      on (known.part, known.key, known.span, known.starts_at, known.currency)
        = (figure.part, figure.key, figure.span, figure.starts_at, figure.currency)
    where astra.counted_of(to_jsonb(figure) - 'part' - 'key') is distinct from astra.counted_of(to_jsonb(known) - 'part' - 'key')
  )
  select kind, count(*), min(example) from difference group by kind order by kind
$$;
revoke execute on function astra.workspace_figure_differences(uuid) from public;
grant execute on function astra.workspace_figure_differences(uuid) to service_role;

insert into workspace_figures (workspace_id, part, key, span, starts_at, currency,
  uncalled, no_answer, postponed, wrong_number, rejected, fake, duplicate, cancelled_before, cancelled_after, to_ship, to_ship_paid,
  under_way, under_way_paid, delivered, delivered_paid, refused, returned, not_asked, priced, worth, collected, on_its_way, lost)
select workspace_id, told.part, told.key, span, starts_at, currency,
  sum(uncalled)::int as uncalled, sum(no_answer)::int as no_answer, sum(postponed)::int as postponed, sum(wrong_number)::int as
  wrong_number, sum(rejected)::int as rejected, sum(fake)::int as fake, sum(duplicate)::int as duplicate, sum(cancelled_before)::int as
  cancelled_before, sum(cancelled_after)::int as cancelled_after, sum(to_ship)::int as to_ship, sum(to_ship_paid)::int as to_ship_paid,
  sum(under_way)::int as under_way, sum(under_way_paid)::int as under_way_paid, sum(delivered)::int as delivered,
  sum(delivered_paid)::int as delivered_paid, sum(refused)::int as refused, sum(returned)::int as returned, sum(not_asked)::int as
  not_asked, sum(priced)::int as priced, sum(worth)::bigint as worth, sum(collected)::bigint as collected, sum(on_its_way)::bigint as
  on_its_way, sum(lost)::bigint as lost
from lead_figures
cross join lateral (
  values ('all', ''), ('store', integration_id::text), ('seller', user_id::text), ('source', source)
) as told (part, key)
group by 1, 2, 3, 4, 5, 6;
