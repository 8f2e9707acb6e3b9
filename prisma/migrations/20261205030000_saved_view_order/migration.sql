-- The order in which a person has the own saved views; those of one place are in the order of their names.
alter table saved_views add column position integer not null default 0;
grant insert (position), update (position) on saved_views to authenticated;
