-- What the dashboard counts, counted ahead. Whatever changes a lead writes what that changes of the figures into lead_figure_changes, in the
-- same transaction: rows are only added there, so nobody waits for anybody. A job folds them into lead_figures and lead_arrivals; until
-- then who reads adds them up. Days and months are those of UTC: what a day of another time zone has beyond them is read from the leads.

CREATE TABLE "lead_figure_changes" (
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
    "leads" INTEGER NOT NULL,
    "priced" INTEGER NOT NULL,
    "worth" BIGINT NOT NULL,

    CONSTRAINT "lead_figure_changes_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "lead_figure_changes_workspace_id_idx" ON "lead_figure_changes"("workspace_id");

CREATE TABLE "lead_figures" (
    "workspace_id" UUID NOT NULL,
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

    CONSTRAINT "lead_figures_pkey" PRIMARY KEY ("workspace_id","span","starts_at","user_id","store_user_id","integration_id","source","currency")
);

CREATE INDEX "lead_figures_user_id_span_starts_at_idx" ON "lead_figures"("user_id", "span", "starts_at");

CREATE TABLE "lead_arrivals" (
    "workspace_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "span" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "shipped" INTEGER NOT NULL DEFAULT 0,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lead_arrivals_pkey" PRIMARY KEY ("workspace_id","person_id","span","starts_at")
);

alter table lead_figures add constraint lead_figures_span_check check (span in ('day', 'month'));
alter table lead_arrivals add constraint lead_arrivals_span_check check (span in ('quarter', 'hour', 'day'));
-- What others work of a seller's stores: the second place where a seller's figures are.
create index lead_figures_handed_over on lead_figures (store_user_id, span, starts_at) where user_id <> store_user_id;
-- Rows of days change all day; space beside them lets Postgres keep their indexes as they are.
alter table lead_figures set (fillfactor = 70);
alter table lead_arrivals set (fillfactor = 70);

-- The quarter of an hour of an instant: every time zone's midnight falls on one.
create function astra.quarter_of(instant timestamptz) returns timestamptz
language sql immutable parallel safe as $$
  select to_timestamp(floor(extract(epoch from instant) / 900) * 900)
$$;

-- What leads count as, each sign times. Money in a currency that the world does not know is never added up: it goes by none. Nobody's store
-- is an id of zeros, and its owner whoever works the lead, so that all can be compared. A change of a lead takes away what it was and adds
-- what it is; what stayed the same adds up to nothing.
do $do$
declare operation text; leads text;
begin
  for operation, leads in values
    ('insert', 'select 1 as sign, lead.* from after lead'),
    ('update', 'select -1 as sign, lead.* from before lead union all select 1, lead.* from after lead'),
    ('delete', 'select -1 as sign, lead.* from before lead')
  loop
    execute format($format$
      create function astra.note_lead_%1$s() returns trigger language plpgsql security definer set search_path = '' as $function$
      begin
        insert into public.lead_figure_changes (workspace_id, user_id, store_user_id, integration_id, source, currency, quarter, step, kpi_status,
          is_asked, leads, priced, worth)
        select workspace_id, user_id, coalesce(store_user_id, user_id) as store_user_id,
        coalesce(integration_id, '00000000-0000-0000-0000-000000000000') as integration_id, source,
        case when astra.known_currency(currency) then currency else '' end as currency, astra.quarter_of(arrived_at) as quarter,
        astra.lead_step(cod_status, logistic_status, kpi_status) as step, kpi_status, cod_status <> 'not_cod' as is_asked,
          sum(sign), coalesce(sum(sign) filter (where value_thousandths is not null), 0), coalesce(sum(sign * value_thousandths), 0)
        from (%2$s) lead where not is_test
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        having sum(sign) <> 0 or sum(sign) filter (where value_thousandths is not null) <> 0 or sum(sign * value_thousandths) <> 0;
        return null;
      end
      $function$
    $format$, operation, leads);
    execute format('revoke execute on function astra.note_lead_%s() from public', operation);
  end loop;
end
$do$;
create trigger note_inserts after insert on crm_leads referencing new table as after for each statement execute function astra.note_lead_insert();
create trigger note_updates after update on crm_leads referencing old table as before new table as after
  for each statement execute function astra.note_lead_update();
create trigger note_deletes after delete on crm_leads referencing old table as before for each statement execute function astra.note_lead_delete();

-- Who sees figures: whoever sees the leads that they are of.
do $$
declare name text;
begin
  foreach name in array array['lead_figure_changes', 'lead_figures', 'lead_arrivals'] loop
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
create policy sellers_read on lead_figure_changes for select to authenticated
  using ((user_id = (select auth.uid()) or store_user_id = (select auth.uid())) and workspace_id in (select astra.editing_workspaces()));
create policy sellers_read on lead_figures for select to authenticated
  using ((user_id = (select auth.uid()) or store_user_id = (select auth.uid())) and workspace_id in (select astra.editing_workspaces()));
create policy sellers_read on lead_arrivals for select to authenticated
  using (person_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));
grant usage on sequence lead_figure_changes_id_seq to service_role;
revoke execute on function astra.quarter_of(timestamptz) from public;
grant execute on function astra.quarter_of(timestamptz) to authenticated, service_role;
