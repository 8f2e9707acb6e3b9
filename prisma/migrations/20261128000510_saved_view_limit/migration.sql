-- A person has at most 50 saved views: they stand in the sidebar of every page, and what is in them is counted for it. Who has more keeps
-- them, and adds none.
create function astra.limit_saved_views() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- One after the other: of two at once neither would see the other's.
  perform pg_advisory_xact_lock(hashtextextended('saved_views:' || new.workspace_id || ':' || new.user_id, 0));
  if (
    select count(*) >= 50 from public.saved_views view
    where view.workspace_id = new.workspace_id and view.user_id = new.user_id
  ) then
    raise exception 'A person has at most 50 saved views.' using errcode = 'program_limit_exceeded';
  end if;
  return new;
end
$$;
create trigger limit_saved_views before insert on saved_views for each row execute function astra.limit_saved_views();
revoke execute on function astra.limit_saved_views() from public;
