-- Folding changes into figures, and counting the figures again from the leads.

-- Folds the oldest changes, of one workspace or of all; one at a time, a second one has nothing to do. Whoever reads meanwhile sees all of it
-- or nothing.
create function astra.fold_lead_changes(most integer, of_workspace uuid default null) returns integer language plpgsql security definer set search_path = '' as $$
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

-- Counts all figures of a workspace from its leads, month after month; nobody writes leads meanwhile.
create function astra.rebuild_lead_figures(of_workspace uuid) returns void language plpgsql security definer set search_path = '' as $$
declare month timestamptz;
begin
  lock table public.crm_leads in share mode;
  perform pg_advisory_xact_lock(hashtextextended('fold_lead_changes', 0));
  delete from public.lead_figure_changes where workspace_id = of_workspace;
  delete from public.lead_figures where workspace_id = of_workspace;
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

-- What a row of figures counts, without its keys and what is zero: no row is a row of nothing.
create function astra.counted_of(figures jsonb) returns text language sql immutable parallel safe as $$
  select string_agg(key || '=' || value, ',' order by key) from jsonb_each_text(figures)
  where key not in ('workspace_id', 'person_id', 'span', 'starts_at', 'user_id', 'store_user_id', 'integration_id', 'source', 'currency')
    and value <> '0'
$$;

-- Where the figures differ from the leads: how many rows of each kind, and an example. None when all is right.
create function astra.lead_figure_differences(of_workspace uuid) returns table (kind text, rows bigint, example text)
language sql stable security definer set search_path = '' as $$
  with cell as materialized (
    select workspace_id, user_id, coalesce(store_user_id, user_id) as store_user_id,
      coalesce(integration_id, '00000000-0000-0000-0000-000000000000') as integration_id, source,
      case when astra.known_currency(currency) then currency else '' end as currency, astra.quarter_of(arrived_at) as quarter,
      astra.lead_step(cod_status, logistic_status, kpi_status) as step, kpi_status, cod_status <> 'not_cod' as is_asked,
      count(*) as leads, count(value_thousandths) as priced, coalesce(sum(value_thousandths), 0) as worth
    from public.crm_leads lead where workspace_id = of_workspace and not is_test
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ), pending as materialized (
    select change.* from public.lead_figure_changes change where workspace_id = of_workspace
  ), figure as (
    select span, date_trunc(span, quarter, 'UTC') as starts_at, user_id, store_user_id, integration_id, source, currency,
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
    from (
      select user_id, store_user_id, integration_id, source, currency, quarter, step, kpi_status, is_asked, leads, priced, worth from cell
      union all
      select user_id, store_user_id, integration_id, source, currency, quarter, step, kpi_status, is_asked, -leads, -priced, -worth from pending
    ) told
    cross join (values ('day'), ('month')) as spans (span)
    group by 1, 2, 3, 4, 5, 6, 7
  ), arrival as (
    select person.id as person_id, span, case span when 'quarter' then quarter else date_trunc(span, quarter, 'UTC') end as starts_at,
      coalesce(sum(leads) filter (where kpi_status = 'waiting'), 0)::int as waiting,
      coalesce(sum(leads) filter (where kpi_status = 'shipped'), 0)::int as shipped,
      coalesce(sum(leads) filter (where kpi_status = 'paid'), 0)::int as paid,
      coalesce(sum(leads) filter (where kpi_status = 'rejected'), 0)::int as rejected
    from (
      select user_id, store_user_id, quarter, kpi_status, leads from cell
      union all
      select user_id, store_user_id, quarter, kpi_status, -leads from pending
    ) told
    cross join lateral (
      select '00000000-0000-0000-0000-000000000000'::uuid union select told.user_id union select told.store_user_id
    ) as person (id)
    cross join (values ('quarter'), ('hour'), ('day')) as spans (span)
    where span <> 'quarter' or person.id = '00000000-0000-0000-0000-000000000000'
    group by 1, 2, 3
  ), difference as (
    select 'figures of a ' || coalesce(figure.span, kept.span) as kind, coalesce(figure.starts_at, kept.starts_at)::text as example
    from figure full join (select * from public.lead_figures where workspace_id = of_workspace) kept
      on (kept.span, kept.starts_at, kept.user_id, kept.store_user_id, kept.integration_id, kept.source, kept.currency)
        = (figure.span, figure.starts_at, figure.user_id, figure.store_user_id, figure.integration_id, figure.source, figure.currency)
    where astra.counted_of(to_jsonb(figure)) is distinct from astra.counted_of(to_jsonb(kept))
    union all
    select 'arrivals of a ' || coalesce(arrival.span, kept.span), coalesce(arrival.starts_at, kept.starts_at)::text
    from arrival full join (select * from public.lead_arrivals where workspace_id = of_workspace) kept
      on (kept.person_id, kept.span, kept.starts_at) = (arrival.person_id, arrival.span, arrival.starts_at)
    where astra.counted_of(to_jsonb(arrival)) is distinct from astra.counted_of(to_jsonb(kept))
  )
  select kind, count(*), min(example) from difference group by kind order by kind
$$;

do $$
declare signature text;
begin
  foreach signature in array array['astra.counted_of(jsonb)', 'astra.fold_lead_changes(integer, uuid)', 'astra.rebuild_lead_figures(uuid)',
    'astra.lead_figure_differences(uuid)'] loop
    execute format('revoke execute on function %s from public', signature);
    execute format('grant execute on function %s to service_role', signature);
  end loop;
end
$$;

select astra.rebuild_lead_figures(id) from workspaces;

-- The report of each recount, for admins: null until it is done, then what differed.
CREATE TABLE "figure_recounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "workspace_id" UUID NOT NULL,
    "differences" JSONB,
    "leads" INTEGER,
    "counted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "figure_recounts_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "figure_recounts_workspace_id_created_at_idx" ON "figure_recounts"("workspace_id", "created_at" DESC);

ALTER TABLE "figure_recounts" ADD CONSTRAINT "figure_recounts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create trigger touch_updated_at before update on figure_recounts for each row execute function astra.touch_updated_at();
alter table figure_recounts enable row level security;
alter table figure_recounts force row level security;
revoke all on figure_recounts from anon, authenticated;
grant select, insert, update, delete on figure_recounts to service_role;
create policy service on figure_recounts for all to service_role using (true) with check (true);
grant select, insert (id, workspace_id) on figure_recounts to authenticated;
create policy admins_read on figure_recounts for select to authenticated using (workspace_id in (select astra.admin_workspaces()));
create policy admins_add on figure_recounts for insert to authenticated with check (workspace_id in (select astra.admin_workspaces()));

-- An admin who asks for a recount has the worker do it; one at a time of a workspace.
create function astra.queue_recount() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('recount-figures', json_build_object('recountId', new.id), queue_name := 'recount-figures',
    job_key := 'recount-figures:' || new.workspace_id);
  return null;
end
$$;
revoke execute on function astra.queue_recount() from public;
create trigger queue_recount after insert on figure_recounts for each row execute function astra.queue_recount();
