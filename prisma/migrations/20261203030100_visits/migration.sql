-- When each member was last here, for the admins of that workspace: of what somebody does in another one, it tells nothing.
create table "member_visits" (
  "workspace_id" uuid not null,
  "user_id" uuid not null,
  "seen_at" timestamptz(3) not null default current_timestamp,
  constraint "member_visits_pkey" primary key ("workspace_id", "user_id")
);
create index "member_visits_user_id_idx" on "member_visits"("user_id");
alter table "member_visits"
  add constraint "member_visits_workspace_id_user_id_fkey"
    foreign key ("workspace_id", "user_id") references "memberships"("workspace_id", "user_id") on delete cascade on update cascade;

alter table member_visits enable row level security;
alter table member_visits force row level security;
revoke all on member_visits from anon, authenticated;
grant select, insert, update, delete on member_visits to service_role;
create policy service on member_visits for all to service_role using (true) with check (true);
grant select on member_visits to authenticated;
create policy admins_read on member_visits for select to authenticated
  using (workspace_id in (select astra.admin_workspaces()));

-- Each request asks this, so it writes once in five minutes only. Answers whether it did.
create function astra.note_visit(workspace uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.member_visits
    where workspace_id = workspace and user_id = (select auth.uid()) and seen_at > now() - interval '5 minutes'
  ) then
    return false;
  end if;
  insert into public.member_visits (workspace_id, user_id)
  select member.workspace_id, member.user_id from public.memberships member
  where member.workspace_id = workspace and member.user_id = (select auth.uid()) and member.is_active
  on conflict (workspace_id, user_id) do update set seen_at = now();
  return found;
end
$$;
revoke execute on function astra.note_visit(uuid) from public;
grant execute on function astra.note_visit(uuid) to authenticated;
