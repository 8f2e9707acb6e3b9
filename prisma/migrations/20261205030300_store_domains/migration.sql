-- Where the stores are whose names the person may see: of two that are called the same, the name says nothing.
create function astra.store_domains(of_workspace uuid) returns table (id uuid, domain text)
language sql stable security definer set search_path = '' rows 200 as $$
  select named.id, store.domain
  from astra.store_names(of_workspace) named join public.integrations store on store.id = named.id
$$;
revoke execute on function astra.store_domains(uuid) from public;
grant execute on function astra.store_domains(uuid) to authenticated, service_role;
