-- Leads entered by hand: the only ones whose customer a seller may know without an order.
create index crm_leads_by_hand on crm_leads (user_id) include (customer_id) where order_id is null and customer_id is not null;
