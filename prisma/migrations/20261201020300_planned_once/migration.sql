-- What is known of a buyer is computed at each order and each change of a lead. Of a few buyers the statements took a millisecond to run and
-- ten to be planned, each time anew, since their plan for any buyers was thought to be dearer than it is: of one buyer little is ever
-- said, and of a few all is found by indexes. Of many, as when a store changes hands, they are planned for these.
alter function astra.contact_sources(uuid[]) rows 2;
alter function astra.known_contacts(uuid[]) rows 2;

alter function astra.refresh_customers(uuid[]) rename to refresh_many_customers;
alter function astra.refresh_customer_sellers(uuid[]) rename to refresh_many_customer_sellers;
revoke execute on function astra.refresh_many_customers(uuid[]), astra.refresh_many_customer_sellers(uuid[]) from authenticated, service_role;

create function astra.refresh_few_customers(customer_ids uuid[]) returns void
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  perform astra.refresh_many_customers(customer_ids);
end
$$;

create function astra.refresh_few_customer_sellers(customer_ids uuid[]) returns void
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  perform astra.refresh_many_customer_sellers(customer_ids);
end
$$;

-- Computes all that is kept of buyers anew: whoever changes who they are, whose their leads and orders are, or what these say, calls this.
create function astra.refresh_customers(customer_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if cardinality(customer_ids) <= 10 then perform astra.refresh_few_customers(customer_ids);
  else perform astra.refresh_many_customers(customer_ids);
  end if;
end
$$;

-- The figures alone, of one buyer or of many, after a lead or an order moved on.
create function astra.refresh_customer_sellers(customer_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if cardinality(customer_ids) <= 10 then perform astra.refresh_few_customer_sellers(customer_ids);
  else perform astra.refresh_many_customer_sellers(customer_ids);
  end if;
end
$$;

revoke execute on function astra.refresh_few_customers(uuid[]), astra.refresh_few_customer_sellers(uuid[]), astra.refresh_customers(uuid[]),
  astra.refresh_customer_sellers(uuid[]) from public;
grant execute on function astra.refresh_customers(uuid[]), astra.refresh_customer_sellers(uuid[]) to authenticated, service_role;
