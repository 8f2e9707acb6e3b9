-- A seller's list of customers is sorted and filtered by what each came to: the contact has the figures of customer_sellers beside it, so that an index
-- leads through them. Spent as of customers, in thousandths of the currency of which it is most.
alter table customer_contacts
  add column orders_count integer not null default 0,
  add column refused_count integer not null default 0,
  add column spent_thousandths bigint not null default 0;

-- What changes the figures tells the contact. The customer is locked by whoever does (astra.refresh_customers and its like).
create function astra.tell_contact_figures() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.customer_contacts known
  set orders_count = told.orders_count, refused_count = told.refused_count, spent_thousandths = told.spent_thousandths
  from (
    select changed.customer_id, changed.user_id, coalesce(figures.orders_count, 0) as orders_count, coalesce(figures.refused_count, 0) as refused_count,
      coalesce(astra.largest_thousandths(figures.spent), 0) as spent_thousandths
    from changed
    left join public.customer_sellers figures on figures.customer_id = changed.customer_id and figures.user_id = changed.user_id
  ) told
  where known.customer_id = told.customer_id and known.user_id = told.user_id
    and (known.orders_count, known.refused_count, known.spent_thousandths)
      is distinct from (told.orders_count, told.refused_count, told.spent_thousandths);
  return null;
end
$$;
create trigger tell_inserts after insert on customer_sellers referencing new table as changed
  for each statement execute function astra.tell_contact_figures();
create trigger tell_updates after update on customer_sellers referencing new table as changed
  for each statement execute function astra.tell_contact_figures();
create trigger tell_deletes after delete on customer_sellers referencing old table as changed
  for each statement execute function astra.tell_contact_figures();

-- A contact that comes, or becomes another buyer's, finds its own; one that comes before its figures keeps what it was told of them.
create function astra.find_contact_figures() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  figures public.customer_sellers;
begin
  select * into figures from public.customer_sellers own where own.customer_id = new.customer_id and own.user_id = new.user_id;
  if found or tg_op = 'UPDATE' then
    new.orders_count := coalesce(figures.orders_count, 0);
    new.refused_count := coalesce(figures.refused_count, 0);
    new.spent_thousandths := coalesce(astra.largest_thousandths(figures.spent), 0);
  end if;
  return new;
end
$$;
create trigger find_figures before insert or update of customer_id, user_id on customer_contacts
  for each row execute function astra.find_contact_figures();
revoke execute on function astra.tell_contact_figures(), astra.find_contact_figures() from public;

-- Figures say nothing new about the buyer: a contact is as old as what is known of it.
drop trigger touch_updated_at on customer_contacts;
create trigger touch_updated_at before update of customer_id, user_id, workspace_id, name, email, phone, street, city, region, zip, country,
  store_values, corrections, search_text, named_by_id, known_since on customer_contacts
  for each row execute function astra.touch_updated_at();
