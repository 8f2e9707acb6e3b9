-- The address that somebody wants to sign in with from now on: both that one and the present one confirm it, each by a link of its own. Of the links
-- only the hashes are kept. A new wish takes the place of the one before.
create table email_changes (
  user_id uuid not null,
  old_email text not null,
  new_email text not null,
  old_token_hash text not null,
  new_token_hash text not null,
  old_confirmed_at timestamptz(3),
  new_confirmed_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp,
  constraint email_changes_pkey primary key (user_id),
  constraint email_changes_user_id_fkey foreign key (user_id) references users (id) on delete cascade on update cascade,
  constraint email_changes_new_email_check check (new_email = lower(new_email) and length(new_email) between 3 and 320),
  constraint email_changes_old_token_hash_check check (old_token_hash ~ '^[A-Za-z0-9_-]{43}$'),
  constraint email_changes_new_token_hash_check check (new_token_hash ~ '^[A-Za-z0-9_-]{43}$')
);
create unique index email_changes_old_token_hash_key on email_changes (old_token_hash);
create unique index email_changes_new_token_hash_key on email_changes (new_token_hash);

-- Reached by no person's role but through the functions below; links are followed by whoever has them.
alter table email_changes enable row level security;
alter table email_changes force row level security;
revoke all on email_changes from anon, authenticated;
grant select, insert, update, delete on email_changes to service_role;
create policy service on email_changes for all to service_role using (true) with check (true);

-- Begins a change of the person who asks, from the address that the account has now.
create function astra.begin_email_change(email text, old_hash text, new_hash text) returns void
language sql security definer set search_path = '' as $$
  insert into public.email_changes (user_id, old_email, new_email, old_token_hash, new_token_hash)
  select person.id, person.email, begin_email_change.email, old_hash, new_hash
  from public.users person where person.id = (select auth.uid())
  on conflict (user_id) do update
  set old_email = excluded.old_email, new_email = excluded.new_email, old_token_hash = excluded.old_token_hash,
    new_token_hash = excluded.new_token_hash, old_confirmed_at = null, new_confirmed_at = null, created_at = now()
$$;

-- What the person who asks is waiting for.
create function astra.own_email_change()
returns table (new_email text, old_confirmed boolean, new_confirmed boolean)
language sql stable security definer set search_path = '' rows 1 as $$
  select new_email, old_confirmed_at is not null, new_confirmed_at is not null from public.email_changes
  where user_id = (select auth.uid()) and created_at > now() - interval '1 hour'
$$;

create function astra.cancel_email_change() returns void
language sql security definer set search_path = '' as $$
  delete from public.email_changes where user_id = (select auth.uid())
$$;
revoke execute on function astra.begin_email_change(text, text, text), astra.own_email_change(), astra.cancel_email_change() from public;
grant execute on function astra.begin_email_change(text, text, text), astra.own_email_change(), astra.cancel_email_change() to authenticated;
