import { DatabaseError } from "pg";
import type { Query } from "#tests/support/database.ts";
import { insertStatement } from "#tests/support/sales.ts";
import type { TableTrials } from "./table-access.ts";

/**
 * What someone could do with a table: the names of the rows, and how many a statement without a condition reached.
 * "stopped": row level security let it through, and a foreign key or the guard of the last admin did not.
 */
export interface Reached {
  select: string[];
  insert: string[];
  update: string[];
  delete: string[];
  blindSelect: number;
  blindUpdate: number;
  blindDelete: number | "stopped";
}

const insufficientPrivilege = "42501";
const foreignKeyViolation = "23503";
const restrictViolation = "23001";
const uniqueViolation = "23505";
const lastAdmin = "memberships_one_admin";

/** Tries every verb on every row of a table, undoing each attempt. */
export async function tryEverything(
  query: Query,
  table: string,
  { rows, change, inserts }: TableTrials,
  userId: string,
): Promise<Reached> {
  const attempt = (text: string, values?: unknown[]) => tryOut(query, text, values);
  const reachedOf = async (statement: (condition: string) => string) =>
    filterNames(rows, async (condition) => (await attempt(statement(condition))) !== 0);
  const blindDelete = await attempt(`delete from ${table}`);
  return {
    select: await reachedOf((condition) => `select 1 from ${table} where ${condition}`),
    insert: await filterNames(
      inserts(userId),
      async (values) => (await attempt(...insertStatement(table, values))) !== 0,
    ),
    update: await reachedOf((condition) => `update ${table} set ${change} where ${condition}`),
    delete: await reachedOf((condition) => `delete from ${table} where ${condition}`),
    blindSelect: Number(await attempt(`select 1 from ${table}`)),
    blindUpdate: Number(await attempt(`update ${table} set ${change}`)),
    blindDelete,
  };
}

async function filterNames<T>(
  named: Record<string, T>,
  keep: (value: T) => Promise<boolean>,
): Promise<string[]> {
  const kept: string[] = [];
  for (const [name, value] of Object.entries(named)) if (await keep(value)) kept.push(name);
  return kept.sort();
}

/** How many rows a statement reached; 0 when it was refused. Undone either way. */
async function tryOut(query: Query, text: string, values?: unknown[]): Promise<Reached["blindDelete"]> {
  await query("savepoint attempt");
  try {
    return (await query(text, values)).rowCount;
  } catch (error) {
    return judge(error);
  } finally {
    await query("rollback to savepoint attempt");
  }
}

/** A row that meets a unique or foreign key has passed row level security, which Postgres checks before. */
function judge(error: unknown): Reached["blindDelete"] {
  if (!(error instanceof DatabaseError)) throw error;
  if (error.code === insufficientPrivilege) return 0;
  if (error.code === uniqueViolation) return 1;
  const isRaisedByGuard = error.code === foreignKeyViolation && error.constraint === undefined;
  if (isRaisedByGuard) return 0;
  const isStillReferred = error.code === foreignKeyViolation && error.detail?.includes("still referenced");
  if (isStillReferred || error.code === restrictViolation || error.constraint === lastAdmin) return "stopped";
  throw error;
}
