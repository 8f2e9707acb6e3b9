-- Where a lead stands on its way from arrival to money: every lead is at one step, and each figure counts the leads of some steps
-- (lib/leads/steps.ts). Plain SQL without settings of its own, so that the planner writes it out in the statement that asks.
create function astra.lead_step(cod_status text, logistic_status text, kpi_status text) returns text
language sql immutable parallel safe as $$
  select case
    when cod_status = 'refused' then 'refused'
    when logistic_status in ('shipped', 'in_transit', 'delivered', 'returned') then
      case
        when kpi_status = 'rejected' then 'returned'
        when logistic_status = 'delivered' or cod_status = 'collected' then
          case when kpi_status = 'paid' then 'delivered_paid' else 'delivered' end
        when kpi_status = 'paid' then 'under_way_paid'
        else 'under_way'
      end
    when cod_status in ('rejected', 'fake', 'duplicate') then cod_status
    when cod_status in ('not_cod', 'confirmed', 'collected') then
      case
        when kpi_status = 'rejected' then 'cancelled_after'
        when kpi_status = 'paid' then 'to_ship_paid'
        else 'to_ship'
      end
    when logistic_status = 'cancelled' then 'cancelled_before'
    when cod_status = 'pending' then 'uncalled'
    else cod_status
  end
$$;
revoke execute on function astra.lead_step(text, text, text) from public;
grant execute on function astra.lead_step(text, text, text) to authenticated, service_role;

-- The currency of a lead's value, repeated from its order, so that money is told from leads alone.
ALTER TABLE "crm_leads" ADD COLUMN     "currency" TEXT;

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
      select store.user_id into new.store_user_id from public.integrations store where store.id = new.integration_id;
    end if;
  end if;
  return new;
end
$$;

create function astra.follow_order_currency() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.crm_leads set currency = new.currency where order_id = new.id;
  return null;
end
$$;
revoke execute on function astra.follow_order_currency() from public;
create trigger follow_order_currency after update of currency on orders
  for each row when (old.currency is distinct from new.currency) execute function astra.follow_order_currency();

alter table crm_leads disable trigger user;
update crm_leads lead set currency = "order".currency from orders "order" where "order".id = lead.order_id;
alter table crm_leads enable trigger user;
