-- What the app keeps to is kept by the database, too: a member who speaks SQL or REST to it can't count leads otherwise, block them for
-- others, write entries that only the system writes, or let something arrive tomorrow.

-- The status that the figures count follows from the others, whatever a person writes. lib/leads/model.ts says the same (deriveKpiStatus), by
-- which ingest and jobs write it.
create function astra.kpi_status(cod_status text, logistic_status text, payment_status text) returns text
language sql immutable set search_path = '' as $$
  select case
    when cod_status in ('rejected', 'fake', 'duplicate', 'refused') or logistic_status in ('returned', 'cancelled') then 'rejected'
    when cod_status = 'collected'
      or (cod_status = 'not_cod' and coalesce(payment_status in ('paid', 'partially_refunded'), false)) then 'paid'
    when logistic_status in ('shipped', 'in_transit', 'delivered') then 'shipped'
    else 'waiting'
  end
$$;

create function astra.derive_kpi_status() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) is not null then
    new.kpi_status := astra.kpi_status(new.cod_status, new.logistic_status,
      (select payment_status from public.orders where id = new.order_id));
  end if;
  return new;
end
$$;
create trigger derive_kpi_status before insert or update of cod_status, logistic_status, kpi_status, order_id on crm_leads
  for each row execute function astra.derive_kpi_status();

-- Nothing a person enters arrives in the future; what stores say is kept to the time of its receipt by ingest.
create function astra.guard_arrival() returns trigger language plpgsql set search_path = '' as $$
begin
  -- The column rounds to milliseconds, upwards too.
  if (select auth.uid()) is not null and new.arrived_at > now() + interval '1 millisecond' then
    raise exception 'Nothing arrives in the future.' using errcode = 'check_violation', constraint = 'crm_leads_arrival';
  end if;
  return new;
end
$$;
create trigger guard_arrival before insert or update of arrived_at on crm_leads
  for each row execute function astra.guard_arrival();
update crm_leads set arrived_at = created_at where arrived_at > now();
update orders set order_created_at = least(order_created_at, created_at), external_updated_at = least(external_updated_at, updated_at)
where order_created_at > now() or external_updated_at > now();

-- Who calls a lead says so in the own name, for minutes, and takes it from nobody who is calling it. One lead at a time: taking one lets
-- the others go, and the index says so.
update crm_leads set called_by = null, called_until = null where called_by is not null;
DROP INDEX "crm_leads_called_by_idx";
CREATE UNIQUE INDEX "crm_leads_called_by_key" ON "crm_leads"("called_by");

create function astra.guard_calling() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid := auth.uid();
begin
  if me is null then
    return new;
  end if;
  -- An admin who overrides a status ends the call.
  if old.called_by <> me and old.called_until > now() and (new.called_by, new.called_until) is distinct from (old.called_by, old.called_until)
    and not (new.called_by is null and old.workspace_id in (select astra.admin_workspaces()))
  then
    raise exception 'Somebody else is calling this lead.' using errcode = 'insufficient_privilege';
  end if;
  if new.called_by <> me or (new.called_by = me and coalesce(new.called_until > now() + interval '10 minutes', true)) then
    raise exception 'One calls in the own name, and for minutes.' using errcode = 'insufficient_privilege';
  end if;
  if new.called_by = me and old.called_by is distinct from me then
    update public.crm_leads set called_by = null, called_until = null where called_by = me and id <> new.id;
  end if;
  return new;
end
$$;
create trigger guard_calling before update of called_by, called_until on crm_leads
  for each row execute function astra.guard_calling();

-- The entries of a timeline that a person may write; the others are the system's. Only a lead entered by hand arrives by a person.
alter policy editors_add on crm_lead_events with check (
  user_id = (select auth.uid())
  and type in ('arrived', 'status_changed', 'note', 'customer_corrected', 'store_value_accepted', 'correction_kept', 'tag_added', 'tag_removed',
    'reassigned', 'customer_merged')
  and exists (
    select 1 from crm_leads lead
    where lead.id = lead_id and lead.workspace_id in (select astra.editing_workspaces())
      and (crm_lead_events.type <> 'arrived' or lead.order_id is null)
  )
);

-- Tags stand in everyone's filters, and shared views in everyone's sidebar.
create function astra.limit_tags() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('tags:' || new.workspace_id, 0));
  -- One that is there already is not added.
  if not exists (select from public.crm_tags tag where tag.workspace_id = new.workspace_id and lower(tag.name) = lower(new.name))
    and (select count(*) >= 300 from public.crm_tags tag where tag.workspace_id = new.workspace_id)
  then
    raise exception 'A workspace has at most 300 tags.' using errcode = 'program_limit_exceeded';
  end if;
  return new;
end
$$;
create trigger limit_tags before insert on crm_tags for each row execute function astra.limit_tags();

create function astra.limit_shared_views() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('saved_views:' || new.workspace_id || ':' || new.user_id, 0));
  if (
    select count(*) >= 10 from public.saved_views view
    where view.workspace_id = new.workspace_id and view.user_id = new.user_id and view.is_shared and view.id <> new.id
  ) then
    raise exception 'A person shares at most 10 views.' using errcode = 'program_limit_exceeded', constraint = 'saved_views_shared';
  end if;
  return new;
end
$$;
create trigger limit_shared_views before insert or update of is_shared on saved_views
  for each row when (new.is_shared) execute function astra.limit_shared_views();
alter policy admins_delete_shared on saved_views using (is_shared and workspace_id in (select astra.managed_workspaces()));
alter policy admins_delete_shared on saved_views rename to managers_delete_shared;

do $$
declare signature text;
begin
  foreach signature in array array['astra.kpi_status(text, text, text)', 'astra.derive_kpi_status()', 'astra.guard_arrival()',
    'astra.guard_calling()', 'astra.limit_tags()', 'astra.limit_shared_views()'] loop
    execute format('revoke execute on function %s from public', signature);
  end loop;
end
$$;
