-- The browsers that somebody has signed in with: a sign-in from any other is told by mail. A browser is known by a cookie, of which the hash is kept.
create table known_browsers (
  user_id uuid not null,
  token_hash text not null,
  seen_at timestamptz(3) not null default current_timestamp,
  constraint known_browsers_pkey primary key (user_id, token_hash),
  constraint known_browsers_user_id_fkey foreign key (user_id) references users (id) on delete cascade on update cascade,
  constraint known_browsers_token_hash_check check (token_hash ~ '^[A-Za-z0-9_-]{43}$')
);

-- Reached by no person's role but through the function below.
alter table known_browsers enable row level security;
alter table known_browsers force row level security;
revoke all on known_browsers from anon, authenticated;
grant select, insert, update, delete on known_browsers to service_role;
create policy service on known_browsers for all to service_role using (true) with check (true);

-- Notes with which browser the person who asks has signed in just now. Of one that is not known, and is not the person's first, the worker tells by
-- mail: the job comes with the row, so of two sign-ins at once one is told.
create function astra.note_browser(hash text, agent text, client_address text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (select auth.uid());
  knows_others constant boolean := exists (select from public.known_browsers where user_id = person);
begin
  update public.known_browsers set seen_at = now() where user_id = person and token_hash = hash;
  if found then return; end if;
  insert into public.known_browsers (user_id, token_hash) values (person, hash) on conflict (user_id, token_hash) do nothing;
  if not found or not knows_others then return; end if;
  perform graphile_worker.add_job('tell-new-browser', json_build_object(
    'userId', person, 'userAgent', left(agent, 500), 'address', left(client_address, 50), 'at', now()));
end
$$;
revoke execute on function astra.note_browser(text, text, text) from public;
grant execute on function astra.note_browser(text, text, text) to authenticated;
