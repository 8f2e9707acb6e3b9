-- A domain is one store's of a workspace, not of all: nobody keeps a shop out of Astra by naming it first. A delivery is the store's whose
-- secret signs it. The address may hold a folder, which tells the shops of one host apart.
drop index integrations_domain_key;
drop index integrations_workspace_id_idx;
create unique index integrations_workspace_id_domain_key on integrations (workspace_id, domain);
create index integrations_domain_idx on integrations (domain);

-- A wrong signature of before the secret was changed says nothing of the new one.
alter table integrations add column secret_changed_at timestamptz(3);

-- Writes the secrets of a store that the person may edit. Nothing reads them back for a person.
create or replace function astra.set_store_secrets(store_id uuid, new_webhook_secret text, new_admin_access_token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  is_change boolean;
begin
  if not exists (
    select 1 from public.integrations store
    where store.id = store_id
      and (
        store.workspace_id in (select astra.admin_workspaces())
        or (
          store.id in (select astra.own_stores())
          and store.workspace_id not in (select astra.managed_workspaces())
        )
      )
  ) then
    raise exception 'This store is not yours to edit.' using errcode = 'insufficient_privilege';
  end if;
  is_change := exists (select 1 from public.integration_secrets where integration_id = store_id);
  insert into public.integration_secrets (integration_id, webhook_secret, admin_access_token)
  values (store_id, new_webhook_secret, new_admin_access_token)
  on conflict (integration_id) do update
  set webhook_secret = excluded.webhook_secret,
      previous_webhook_secret = public.integration_secrets.webhook_secret,
      previous_valid_until = now() + interval '24 hours',
      admin_access_token = coalesce(excluded.admin_access_token, public.integration_secrets.admin_access_token);
  if is_change then
    update public.integrations set secret_changed_at = now() where id = store_id;
  end if;
end
$$;
