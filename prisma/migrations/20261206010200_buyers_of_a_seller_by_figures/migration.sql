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

-- A contact that comes, or becomes another buyer's, finds its own.
create function astra.find_contact_figures() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select figures.orders_count, figures.refused_count, astra.largest_thousandths(figures.spent)
  into new.orders_count, new.refused_count, new.spent_thousandths
  from public.customer_sellers figures where figures.customer_id = new.customer_id and figures.user_id = new.user_id;
  if not found then
    new.orders_count := 0;
    new.refused_count := 0;
    new.spent_thousandths := 0;
  end if;
  return new;
end
$$;
create trigger find_figures before insert or update of customer_id, user_id on customer_contacts
  for each row execute function astra.find_contact_figures();
revoke execute on function astra.tell_contact_figures(), astra.find_contact_figures() from public;

update customer_contacts known
set orders_count = figures.orders_count, refused_count = figures.refused_count, spent_thousandths = astra.largest_thousandths(figures.spent)
from customer_sellers figures
where figures.customer_id = known.customer_id and figures.user_id = known.user_id
  and (figures.orders_count, figures.refused_count, figures.spent) <> (0, 0, '{}');

create index "customer_contacts_user_id_orders_count_customer_id_idx" on "customer_contacts"("user_id", "orders_count" desc, "customer_id" desc);
create index "customer_contacts_user_id_spent_thousandths_customer_id_idx"
  on "customer_contacts"("user_id", "spent_thousandths" desc, "customer_id" desc);
create index "customer_contacts_user_id_country_known_since_customer_id_idx"
  on "customer_contacts"("user_id", "country", "known_since" desc, "customer_id" desc);
create index customer_contacts_refused on customer_contacts (user_id, known_since desc, customer_id desc) where refused_count > 0;
