-- As before, but 200 customers at a time: what is known of one is compared with what is known of all that are written with it, so that 5,000
-- took 9 seconds and now take less than one.
create or replace function astra.follow_sellers() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  concerned uuid[];
  first int := 1;
begin
  -- Of a store that changes hands the orders tell.
  select array_agg(id order by id) into concerned from (
    select distinct after.customer_id as id
    from after join before on before.id = after.id
    where after.customer_id is not null and (
      after.user_id <> before.user_id or (tg_table_name = 'orders' and after.store_user_id is distinct from before.store_user_id))
  ) customer;
  perform 1 from public.customers where id = any (concerned) order by id for no key update;
  while first <= cardinality(concerned) loop
    perform astra.write_customer_contacts(concerned[first:first + 199]);
    perform astra.count_customer_sellers(concerned[first:first + 199]);
    first := first + 200;
  end loop;
  return null;
end
$$;
