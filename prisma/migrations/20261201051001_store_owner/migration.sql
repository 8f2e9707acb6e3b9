-- Orders and leads repeat who owns their store. One that came while the store changed hands stayed with the former owner: the handing over did
-- not see it yet, and it did not see the new owner. Now whoever adds one holds the store's owner until the end of the transaction.
create function astra.hold_store_owner(store uuid) returns uuid language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('owner of store:' || store, 0));
  -- A statement of its own, which sees what was committed while this one waited.
  return (select owned.user_id from public.integrations owned where owned.id = store);
end
$$;

create or replace function astra.complete_order() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.store_user_id := astra.hold_store_owner(new.integration_id);
  return new;
end
$$;

create or replace function astra.complete_lead() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  of_order text;
  order_currency text;
begin
  if new.order_id is not null then
    select astra.order_search_text(placed.order_number, placed.company, placed.other_phones, placed.tracking_numbers), placed.currency
    into of_order, order_currency from public.orders placed where placed.id = new.order_id;
  end if;
  new.search_text := astra.lead_search_text(new.name, new.phone, new.email, of_order);
  if tg_op = 'INSERT' then
    new.currency := order_currency;
    if new.integration_id is not null then
      new.store_user_id := astra.hold_store_owner(new.integration_id);
    end if;
  end if;
  return new;
end
$$;

-- A store changes hands once nobody adds anything of it; who comes after waits until it has.
create function astra.await_store_owner() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('owner of store:' || new.id, 0));
  return new;
end
$$;
create trigger await_store_owner before update of user_id on integrations
  for each row when (old.user_id is distinct from new.user_id) execute function astra.await_store_owner();

revoke execute on function astra.hold_store_owner(uuid), astra.await_store_owner() from public;

-- Those that stayed behind.
update crm_leads lead set store_user_id = store.user_id from integrations store
where store.id = lead.integration_id and lead.store_user_id is distinct from store.user_id;
update orders placed set store_user_id = store.user_id from integrations store
where store.id = placed.integration_id and placed.store_user_id is distinct from store.user_id;
