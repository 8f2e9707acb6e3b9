-- "Highest value first" begins with what is still to be won: few leads among all, which are looked for by their value.
create index crm_leads_to_win on crm_leads (workspace_id, value_thousandths desc, id desc) where kpi_status in ('waiting', 'shipped');
create index crm_leads_to_win_by_seller on crm_leads (user_id, value_thousandths desc, id desc) where kpi_status in ('waiting', 'shipped');
