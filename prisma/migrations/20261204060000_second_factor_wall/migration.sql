-- Nobody comes past the code of a second factor by SQL or REST: whatever the other policies of a table allow, they allow to a session that is sure
-- enough. It stands in a sub-select, so it is asked once for each query. Whoever adds a table adds it there, too: tests/integration/access/second-factor.
do $$
declare name text;
begin
  for name in
    select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' and not exists (
      select from pg_policies policy
      where policy.schemaname = 'public' and policy.tablename = pg_tables.tablename and policy.policyname = 'sure_enough')
  loop
    execute format('create policy sure_enough on public.%I as restrictive for all to authenticated
      using ((select astra.is_sure_enough()))', name);
  end loop;
end
$$;
