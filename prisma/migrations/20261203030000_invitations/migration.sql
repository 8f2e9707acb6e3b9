-- Who is invited to a workspace and has not come yet. Of the link, which the admin hands on, only the hash is kept.
create table "invitations" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "email" text not null,
  "name" text not null,
  "role" text not null,
  "token_hash" text not null,
  "invited_by_id" uuid not null,
  "sent_at" timestamptz(3) not null default current_timestamp,
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "invitations_pkey" primary key ("id")
);
create unique index "invitations_workspace_id_email_key" on "invitations"("workspace_id", "email");
create unique index "invitations_token_hash_key" on "invitations"("token_hash");
create index "invitations_invited_by_id_idx" on "invitations"("invited_by_id");
alter table "invitations"
  add constraint "invitations_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "invitations_invited_by_id_fkey"
    foreign key ("invited_by_id") references "users"("id") on delete restrict on update cascade,
  add constraint "invitations_role_check" check (role in ('admin', 'manager', 'seller', 'viewer')),
  add constraint "invitations_email_check" check (email = lower(email) and length(email) between 3 and 320),
  add constraint "invitations_name_check" check (length(btrim(name)) between 1 and 80 and length(name) <= 80),
  add constraint "invitations_token_hash_check" check (token_hash ~ '^[A-Za-z0-9_-]{43}$');
create trigger touch_updated_at before update on invitations for each row execute function astra.touch_updated_at();

-- A link counts from when it was made, and in the name of whoever made it.
create function astra.note_invitation_sent() returns trigger language plpgsql set search_path = '' as $$
begin
  new.sent_at := now();
  new.invited_by_id := coalesce((select auth.uid()), new.invited_by_id);
  return new;
end
$$;
create trigger note_invitation_sent before insert or update of token_hash on invitations
  for each row execute function astra.note_invitation_sent();
revoke execute on function astra.note_invitation_sent() from public;

alter table invitations enable row level security;
alter table invitations force row level security;
revoke all on invitations from anon, authenticated;
grant select, insert, update, delete on invitations to service_role;
create policy service on invitations for all to service_role using (true) with check (true);

-- The team is its admins' to invite.
grant select, delete on invitations to authenticated;
grant insert (id, workspace_id, email, name, role, token_hash), update (token_hash) on invitations to authenticated;
create policy admins on invitations for all to authenticated
  using (workspace_id in (select astra.admin_workspaces()))
  with check (workspace_id in (select astra.admin_workspaces()));
