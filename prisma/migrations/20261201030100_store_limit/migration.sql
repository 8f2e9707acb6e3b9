-- A member connects at most 20 stores an hour, more than anybody has and fewer than it takes to try out domains: also one who speaks SQL or
-- REST to the database. Those that are deleted again count, too.
create function astra.limit_new_stores() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := (select auth.uid());
  now_ms constant bigint := astra.milliseconds_from_now(0);
  connected int;
begin
  if me is null then return new; end if;
  insert into public.rate_limits as counter (key, points, expire) values ('new-stores:' || me, 1, astra.milliseconds_from_now(3600))
  on conflict (key) do update
  set points = case when counter.expire <= now_ms then 1 else counter.points + 1 end,
    expire = case when counter.expire <= now_ms then excluded.expire else counter.expire end
  returning points into connected;
  if connected > 20 then
    raise exception 'A member connects at most 20 stores an hour.' using errcode = 'program_limit_exceeded', constraint = 'integrations_per_hour';
  end if;
  return new;
end
$$;
revoke execute on function astra.limit_new_stores() from public;
create trigger limit_new_stores before insert on integrations for each row execute function astra.limit_new_stores();
