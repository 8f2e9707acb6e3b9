-- What a file of products changed, and how it was before, so that it can be taken back for an hour.
create table "product_imports" (
  "id" uuid not null default gen_random_uuid(),
  "workspace_id" uuid not null,
  "user_id" uuid not null,
  "file_name" text not null,
  "changes" jsonb not null,
  "undone_at" timestamptz(3),
  "created_at" timestamptz(3) not null default current_timestamp,
  "updated_at" timestamptz(3) not null default current_timestamp,
  constraint "product_imports_pkey" primary key ("id")
);
create index "product_imports_workspace_id_created_at_idx" on "product_imports"("workspace_id", "created_at" desc);
create index "product_imports_user_id_idx" on "product_imports"("user_id");
alter table "product_imports"
  add constraint "product_imports_workspace_id_fkey"
    foreign key ("workspace_id") references "workspaces"("id") on delete restrict on update cascade,
  add constraint "product_imports_user_id_fkey"
    foreign key ("user_id") references "users"("id") on delete restrict on update cascade;
create trigger touch_updated_at before update on product_imports for each row execute function astra.touch_updated_at();

alter table product_imports enable row level security;
alter table product_imports force row level security;
revoke all on product_imports from anon, authenticated;
grant select, insert, update, delete on product_imports to service_role;
create policy service on product_imports for all to service_role using (true) with check (true);

-- A person's own, where the person may write products at all.
grant select on product_imports to authenticated;
grant insert (id, workspace_id, user_id, file_name, changes), update (undone_at) on product_imports to authenticated;
create policy own on product_imports for all to authenticated
  using (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()))
  with check (user_id = (select auth.uid()) and workspace_id in (select astra.editing_workspaces()));
