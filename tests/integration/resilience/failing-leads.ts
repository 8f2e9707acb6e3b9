import type { Installation } from "#tests/integration/resilience/installation.ts";

/** Runs `work` while no transaction that writes a new lead can be committed. */
export async function whileLeadsFail({ sql }: Installation, work: () => Promise<void>): Promise<void> {
  await sql(`
    create function fail_at_commit() returns trigger language plpgsql as $$ begin
      raise exception 'no lead today';
    end $$`);
  await sql(`
    create constraint trigger fail_at_commit after insert on crm_leads deferrable initially deferred
    for each row execute function fail_at_commit()`);
  try {
    await work();
  } finally {
    await sql("drop function fail_at_commit cascade");
  }
}
