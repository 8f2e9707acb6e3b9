-- A seller's leads with a tag. Each tag was asked for its lead, and the newest of a tag were everybody's: to show a busy seller the leads
-- of a common tag, tens of thousands were read. A tag now repeats whose its lead is.
ALTER TABLE "crm_lead_tags" ADD COLUMN "store_user_id" UUID,
ADD COLUMN "user_id" UUID;

alter table crm_lead_tags disable trigger touch_updated_at;
update crm_lead_tags tagged set user_id = lead.user_id, store_user_id = lead.store_user_id
from crm_leads lead where lead.id = tagged.lead_id;
alter table crm_lead_tags enable trigger touch_updated_at;

CREATE INDEX "crm_lead_tags_user_id_tag_id_arrived_at_lead_id_idx" ON "crm_lead_tags"("user_id", "tag_id", "arrived_at" DESC, "lead_id" DESC);

-- The lead is locked: one that is being reassigned is waited for, and one that is reassigned afterwards takes its tags along.
create or replace function astra.complete_lead_tag() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select lead.arrived_at, lead.user_id, lead.store_user_id into new.arrived_at, new.user_id, new.store_user_id
  from public.crm_leads lead where lead.id = new.lead_id for share;
  return new;
end
$$;

create function astra.follow_lead() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.crm_lead_tags set arrived_at = new.arrived_at, user_id = new.user_id, store_user_id = new.store_user_id
  where lead_id = new.id;
  return null;
end
$$;
create trigger follow_lead after update of arrived_at, user_id, store_user_id on crm_leads
  for each row when (
    (old.arrived_at, old.user_id, old.store_user_id) is distinct from (new.arrived_at, new.user_id, new.store_user_id)
  )
  execute function astra.follow_lead();
revoke execute on function astra.follow_lead() from public;

-- A seller's tags by plain columns, as the seller's leads.
drop policy with_lead on crm_lead_tags;
create policy sellers_read on crm_lead_tags for select to authenticated
  using (
    (user_id = (select auth.uid()) or store_user_id = (select auth.uid()))
    and tag_id in (select tag.id from crm_tags tag where tag.workspace_id in (select astra.editing_workspaces()))
  );
