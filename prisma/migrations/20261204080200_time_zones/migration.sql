-- A person may write any text as a time zone, by SQL or REST: one that nobody knows would stop whatever tells the person's time.
create function astra.guard_timezone() returns trigger language plpgsql set search_path = '' as $$
begin
  if (select auth.uid()) is not null
    and not exists (select from pg_catalog.pg_timezone_names where lower(name) = lower(new.timezone))
  then
    raise exception 'There is no such time zone.' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger guard_timezone before update of timezone on users
  for each row when (old.timezone is distinct from new.timezone) execute function astra.guard_timezone();
create trigger guard_timezone before update of timezone on workspaces
  for each row when (old.timezone is distinct from new.timezone) execute function astra.guard_timezone();
revoke execute on function astra.guard_timezone() from public;
