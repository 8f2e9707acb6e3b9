-- Working a lead: tags are one whatever their case, and whoever no longer sells to a customer no longer knows them.

create unique index crm_tags_workspace_id_lower_name_key on crm_tags (workspace_id, lower(name));

create function astra.forget_former_sellers() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.customer_sellers known
  where known.customer_id = new.customer_id and known.user_id = old.user_id
    and not exists (
      select 1 from public.orders "order"
      left join public.crm_leads lead on lead.order_id = "order".id
      where "order".customer_id = new.customer_id
        and old.user_id in ("order".user_id, "order".store_user_id, lead.user_id)
    );
  return null;
end
$$;
create trigger forget_former_sellers after update of user_id on crm_leads
  for each row when (old.user_id is distinct from new.user_id and new.customer_id is not null)
  execute function astra.forget_former_sellers();
create trigger forget_former_sellers after update of user_id on orders
  for each row when (old.user_id is distinct from new.user_id and new.customer_id is not null)
  execute function astra.forget_former_sellers();
revoke execute on function astra.forget_former_sellers() from public;
