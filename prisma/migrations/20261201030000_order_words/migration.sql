-- A lead is found by what its order is called by callers and couriers, too: the other phones it names, the company, the numbers of its
-- parcels. It is the lead's own order that says so, so that the search tells nobody what other orders of the buyer say.

-- What an order adds to the text of its lead. A number of a parcel is written with and without its dashes and blanks.
create function astra.order_search_text(number text, company text, other_phones text[], tracking_numbers text[]) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  words text := nullif(ltrim(astra.normalise(number), '#'), '');
  plain text;
begin
  if company is not null then
    words := concat_ws(' ', words, astra.normalise(company), astra.spelled_out(company));
  end if;
  foreach plain in array coalesce(other_phones, '{}') loop
    words := concat_ws(' ', words, nullif(regexp_replace(astra.normalise(plain), '[^0-9]+', '', 'g'), ''));
  end loop;
  foreach plain in array coalesce(tracking_numbers, '{}') loop
    plain := astra.normalise(plain);
    words := concat_ws(' ', words, plain, nullif(regexp_replace(plain, '[^[:alnum:]]+', '', 'g'), plain));
  end loop;
  return words;
end
$$;

create function astra.lead_search_text(name text, phone text, email text, of_order text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select concat_ws(' ', nullif(astra.search_text(name, phone, email, null), ''), of_order)
$$;

create or replace function astra.complete_lead() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  of_order text;
begin
  if new.order_id is not null then
    select astra.order_search_text(placed.order_number, placed.company, placed.other_phones, placed.tracking_numbers) into of_order
    from public.orders placed where placed.id = new.order_id;
  end if;
  new.search_text := astra.lead_search_text(new.name, new.phone, new.email, of_order);
  if tg_op = 'INSERT' and new.integration_id is not null then
    select store.user_id into new.store_user_id from public.integrations store where store.id = new.integration_id;
  end if;
  return new;
end
$$;

create function astra.follow_order_words() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.crm_leads lead
  set search_text = astra.lead_search_text(lead.name, lead.phone, lead.email,
    astra.order_search_text(new.order_number, new.company, new.other_phones, new.tracking_numbers))
  where lead.order_id = new.id;
  return null;
end
$$;
create trigger follow_order_words after update of order_number, company, other_phones, tracking_numbers on orders
  for each row when ((old.order_number, old.company, old.other_phones, old.tracking_numbers)
    is distinct from (new.order_number, new.company, new.other_phones, new.tracking_numbers))
  execute function astra.follow_order_words();

-- Of an order whose buyer was removed nothing is kept that leads to the person: with the number of a parcel anybody asks the carrier who
-- got it, and a locker is near the home. Stores say these again with each news of the order.
create function astra.keep_redacted() returns trigger language plpgsql set search_path = '' as $$
begin
  new.tracking_numbers := '{}';
  new.shipping_method := null;
  return new;
end
$$;
create trigger keep_redacted before update on orders
  for each row when (new.redacted_at is not null and (new.tracking_numbers <> '{}' or new.shipping_method is not null))
  execute function astra.keep_redacted();
update orders set tracking_numbers = '{}', shipping_method = null
where redacted_at is not null and (tracking_numbers <> '{}' or shipping_method is not null);

revoke execute on function astra.order_search_text(text, text, text[], text[]), astra.lead_search_text(text, text, text, text),
  astra.follow_order_words(), astra.keep_redacted() from public;

-- The leads that are here, in slices: of most the order adds nothing, and they are not written. Orders wait meanwhile, since the trigger
-- above was made on them; none is missed.
do $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  slice uuid[];
begin
  loop
    select array_agg(id order by id) into slice from (
      select id from public.orders
      where id > last and (company is not null or other_phones <> '{}' or tracking_numbers <> '{}') order by id limit 5000
    ) next;
    exit when slice is null;
    update public.crm_leads lead
    set search_text = astra.lead_search_text(lead.name, lead.phone, lead.email,
      astra.order_search_text(placed.order_number, placed.company, placed.other_phones, placed.tracking_numbers))
    from public.orders placed
    where placed.id = any (slice) and lead.order_id = placed.id;
    last := slice[cardinality(slice)];
  end loop;
end
$$;
