-- A seller's customers in the order of their list. A seller with 80,000 customers waited a second for the first page: the list is sorted
-- by what the customer's own row holds, and all of them had to be looked at.

ALTER TABLE "customer_sellers" ADD COLUMN "customer_created_at" TIMESTAMPTZ(3);

alter table customer_sellers disable trigger touch_updated_at;
update customer_sellers known set customer_created_at = customer.created_at from customers customer where customer.id = known.customer_id;
alter table customer_sellers enable trigger touch_updated_at;

ALTER TABLE "customer_sellers" ALTER COLUMN "customer_created_at" SET NOT NULL;

CREATE INDEX "customer_sellers_user_id_customer_created_at_customer_id_idx" ON "customer_sellers"("user_id", "customer_created_at" DESC, "customer_id" DESC);

DROP INDEX "customer_sellers_user_id_last_order_at_idx";

create function astra.complete_customer_seller() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select customer.created_at into new.customer_created_at from public.customers customer where customer.id = new.customer_id;
  return new;
end
$$;
create trigger complete_customer_seller before insert on customer_sellers
  for each row execute function astra.complete_customer_seller();

create function astra.follow_customer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.customer_sellers set customer_created_at = new.created_at where customer_id = new.id;
  return null;
end
$$;
create trigger follow_customer after update of created_at on customers
  for each row when (old.created_at is distinct from new.created_at) execute function astra.follow_customer();

revoke execute on function astra.complete_customer_seller(), astra.follow_customer() from public;

-- As astra.search_leads; a look at fewer of the newest, which for a seller are joined one by one, must do. Whether a seller knows a customer is asked only of those that the trigram index found.
create or replace function astra.search_customers(workspace uuid, words text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = on
set plan_cache_mode = force_generic_plan as $$
declare
  person constant uuid := (select auth.uid());
  most constant int := 3000;
  condition constant text := astra.search_condition(words);
  sees_all boolean;
  newest text;
  recent int;
  ids uuid[];
begin
  select member.role <> 'seller' into sees_all from public.memberships member
  where member.workspace_id = workspace and member.user_id = person and member.is_active;
  if sees_all is null then return '{}'; end if;
  newest := case when sees_all then 'public.customers customer where customer.workspace_id = $1 order by customer.created_at desc, customer.id desc'
    else 'public.customer_sellers known join public.customers customer on customer.id = known.customer_id
      where known.user_id = $2 and known.workspace_id is not distinct from $1
      order by known.customer_created_at desc, known.customer_id desc' end;
  execute format('select count(*) from (select customer.search_text, customer.email from %s limit 200) customer where %s', newest, condition)
    into recent using workspace, person;
  if recent >= 2 then return null; end if;
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array_agg(id) from (select id from public.customers
    where workspace_id = $1 and merged_into_id is null and %s limit %s) customer',
    condition, case when sees_all then (most + 1)::text else 'all' end)
    into ids using workspace;
  if not sees_all then
    perform set_config('enable_indexscan', 'on', true);
    -- Planned for any number of them, each is looked up; for thousands, all of the seller's customers would be read.
    select array_agg(id) into ids from (
      select known.customer_id as id from unnest(ids) found (id)
      join public.customer_sellers known on known.customer_id = found.id and known.user_id = person
      union
      select lead.customer_id from unnest(ids) found (id)
      join public.crm_leads lead on lead.customer_id = found.id and lead.user_id = person
    ) visible;
  end if;
  return case when cardinality(ids) > most then null else coalesce(ids, '{}') end;
end
$$;
