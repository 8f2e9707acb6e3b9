-- Photos of products lie outside the database, each under a key that begins with its workspace: nobody shows a file of another one.
alter table products add constraint products_photo_check check (
  photo ~ ('^' || workspace_id::text || '/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(png|jpg|webp)$'));

-- A photo that was replaced or whose product is gone has its file removed: the job is queued with the change, whatever made it.
create function astra.queue_photo_removal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('remove-unused-photo', json_build_object('key', old.photo),
    job_key := 'remove-unused-photo:' || old.photo, max_attempts := 15);
  return null;
end
$$;
create trigger queue_photo_removal after update of photo on products
  for each row when (old.photo is distinct from new.photo and old.photo is not null) execute function astra.queue_photo_removal();
create trigger queue_deleted_photo_removal after delete on products
  for each row when (old.photo is not null) execute function astra.queue_photo_removal();
revoke execute on function astra.queue_photo_removal() from public;
