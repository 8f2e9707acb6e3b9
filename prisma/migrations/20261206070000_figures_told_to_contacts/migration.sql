-- Tells each contact what its seller sold to the buyer (20261206010200), a thousand buyers at a time, each part for itself: orders come in meanwhile, and
-- wait for one part at most. Buyers are locked as whoever changes their figures locks them. A commit needs this to stay the only statement.
do $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  slice uuid[];
begin
  loop
    select array_agg(customer_id order by customer_id) into slice from (
      select distinct customer_id from public.customer_sellers where customer_id > last order by customer_id limit 1000
    ) next;
    exit when slice is null;
    perform from public.customers where id = any (slice) order by id for no key update;
    update public.customer_contacts known
    set orders_count = figures.orders_count, refused_count = figures.refused_count, spent_thousandths = astra.largest_thousandths(figures.spent)
    from public.customer_sellers figures
    where figures.customer_id = any (slice) and known.customer_id = figures.customer_id and known.user_id = figures.user_id
      and (known.orders_count, known.refused_count, known.spent_thousandths)
        is distinct from (figures.orders_count, figures.refused_count, astra.largest_thousandths(figures.spent));
    last := slice[cardinality(slice)];
    commit;
  end loop;
end
$$;
