-- A viewer only reads, so what a viewer saves stays private. A view that is shared stands in everyone's sidebar, so an admin may delete it.
alter policy own on saved_views
  with check (
    user_id = (select auth.uid()) and workspace_id in (select astra.active_workspaces())
    and (not is_shared or workspace_id in (select astra.editing_workspaces()))
  );
create policy admins_delete_shared on saved_views for delete to authenticated
  using (is_shared and workspace_id in (select astra.admin_workspaces()));
