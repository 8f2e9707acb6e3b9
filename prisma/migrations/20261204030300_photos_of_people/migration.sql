-- What somebody looks like, and how densely the person has pages. The photo lies where those of products do, under a key that begins with the person.
alter table users
  add column photo text,
  add column density text not null default 'comfortable',
  add constraint users_photo_check check (
    photo ~ ('^' || id::text || '/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(png|jpg|webp)$')),
  add constraint users_density_check check (density in ('compact', 'medium', 'comfortable'));
grant update (photo, density) on users to authenticated;

-- A photo that was replaced has its file removed: the job is queued with the change, whatever made it.
create function astra.queue_portrait_removal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('remove-unused-portrait', json_build_object('key', old.photo),
    job_key := 'remove-unused-portrait:' || old.photo, max_attempts := 15);
  return null;
end
$$;
create trigger queue_portrait_removal after update of photo on users
  for each row when (old.photo is distinct from new.photo and old.photo is not null) execute function astra.queue_portrait_removal();
create trigger queue_deleted_portrait_removal after delete on users
  for each row when (old.photo is not null) execute function astra.queue_portrait_removal();

-- The photos of whoever works in a workspace of the person who asks; names, too, are told to all colleagues.
create function astra.photos_of_colleagues(of_workspace uuid) returns table (id uuid, photo text)
language sql stable security definer set search_path = '' rows 20 as $$
  select person.id, person.photo
  from public.memberships mine
  join public.memberships theirs on theirs.workspace_id = mine.workspace_id
  join public.users person on person.id = theirs.user_id
  where mine.workspace_id = of_workspace and mine.user_id = (select auth.uid()) and mine.is_active and person.photo is not null
$$;
revoke execute on function astra.queue_portrait_removal(), astra.photos_of_colleagues(uuid) from public;
grant execute on function astra.photos_of_colleagues(uuid) to authenticated;
