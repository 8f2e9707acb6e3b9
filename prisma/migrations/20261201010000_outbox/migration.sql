-- The outbox: what happened, for whoever listens (figures, notifications, automations, webhooks, open pages). A row is left in the transaction of
-- the change, so there is one if and only if it happened. No foreign keys: rows live for a week, and a check each would slow every order.
create table outbox_events (
  id bigint generated always as identity,
  workspace_id uuid not null,
  type text not null constraint outbox_events_type_check check (type ~ '^[a-z]+:[a-z]+(-[a-z]+)*$'),
  user_id uuid,
  subjects jsonb not null,
  details jsonb not null default '{}',
  occurred_at timestamptz(3) not null default current_timestamp,
  created_at timestamptz(3) not null default current_timestamp,
  constraint outbox_events_pkey primary key (id)
);
create index outbox_events_created_at_idx on outbox_events using brin (created_at);

-- Readable by no person's role: events name what their readers may not see. Listeners ask row level security for each recipient.
alter table outbox_events enable row level security;
alter table outbox_events force row level security;
grant select, insert, update, delete on outbox_events to service_role;
create policy service on outbox_events for all to service_role using (true) with check (true);

-- Whatever writes on timelines, and however: each entry is an event. Details that may hold personal data stay on the timeline, where a
-- redaction finds them (lib/sales/timeline/kinds.ts says which; a test compares).
create function astra.announce_lead_events() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.outbox_events (workspace_id, type, user_id, subjects, details, occurred_at)
  select lead.workspace_id, 'lead:' || translate(entry.type, '_', '-'), entry.user_id,
    jsonb_strip_nulls(jsonb_build_object(
      'leadId', lead.id, 'orderId', lead.order_id, 'customerId', lead.customer_id, 'entryId', entry.id)),
    case when entry.type in ('arrived', 'status_changed', 'order_edited', 'order_cancelled', 'order_deleted', 'order_restored', 'same_number',
        'read_again', 'joined', 'cancel_requested', 'delivery_failed', 'refunded', 'refund_changed', 'refund_taken_back', 'fulfilled', 'payment',
        'alert_sent', 'alert_failed', 'tag_added', 'tag_removed', 'reassigned', 'data_requested', 'redacted')
      then entry.details else '{}' end,
    entry.occurred_at
  from added entry join public.crm_leads lead on lead.id = entry.lead_id;
  return null;
end
$$;
revoke execute on function astra.announce_lead_events() from public;
create trigger announce_lead_events after insert on crm_lead_events
  referencing new table as added for each statement execute function astra.announce_lead_events();

-- Events that are on no lead's timeline: of orders, products, stock. A person announces in the own name, where the person may change
-- something; a lead's events come by its timeline alone.
create function astra.announce(workspace uuid, type text, subjects jsonb, details jsonb default '{}', occurred_at timestamptz default null)
returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  if type like 'lead:%' then
    raise exception 'What happens to a lead is written on its timeline.' using errcode = 'insufficient_privilege';
  end if;
  if (select auth.uid()) is not null and workspace not in (select astra.editing_workspaces()) then
    raise exception 'The person can''t announce anything in this workspace.' using errcode = 'insufficient_privilege';
  end if;
  insert into public.outbox_events (workspace_id, type, user_id, subjects, details, occurred_at)
  values (workspace, announce.type, (select auth.uid()), announce.subjects, announce.details, coalesce(announce.occurred_at, now()));
end
$$;
revoke execute on function astra.announce(uuid, text, jsonb, jsonb, timestamptz) from public;
grant execute on function astra.announce(uuid, text, jsonb, jsonb, timestamptz) to authenticated, service_role;
