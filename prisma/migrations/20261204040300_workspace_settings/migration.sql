-- When a workspace works: { weekday (1 is Monday): { from, to } }, in its time zone; a day that is left out is free, none at all is any time.
create function astra.are_working_hours(hours jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(hours) = 'object' and not exists (
    select from jsonb_each(case jsonb_typeof(hours) when 'object' then hours else '{}' end) day
    where day.key !~ '^[1-7]$'
      or jsonb_typeof(day.value) <> 'object'
      or coalesce(day.value ->> 'from', '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      or coalesce(day.value ->> 'to', '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      or (day.value ->> 'from') >= (day.value ->> 'to')
      or (select count(*) from jsonb_object_keys(day.value)) <> 2
  )
$$;
revoke execute on function astra.are_working_hours(jsonb) from public;
grant execute on function astra.are_working_hours(jsonb) to authenticated, service_role;

alter table workspaces
  add column "working_hours" jsonb not null default '{}',
  add column "logo" text,
  add constraint workspaces_working_hours_check check (astra.are_working_hours(working_hours)),
  -- A key among the files of the workspace itself.
  add constraint workspaces_logo_check check (
    logo ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}\.(png|jpg|webp)$' and split_part(logo, '/', 1) = id::text);
grant update (working_hours, logo) on workspaces to authenticated;

-- The file of a logo that was replaced or dropped is removed, as that of a photo is.
create function astra.drop_unused_logo() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('remove-unused-photo', json_build_object('key', old.logo),
    job_key := 'remove-unused-photo:' || old.logo, max_attempts := 15);
  return null;
end
$$;
revoke execute on function astra.drop_unused_logo() from public;
create trigger drop_unused_logo after update of logo on workspaces
  for each row when (old.logo is not null and new.logo is distinct from old.logo) execute function astra.drop_unused_logo();
