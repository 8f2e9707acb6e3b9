import { DatabaseError } from "pg";
import { Prisma } from "#lib/base/db/generated/client.ts";

/** The SQLSTATE or Prisma code of a database error, as far as one can be read from it. */
function errorCode(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const cause = (error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined)
    ?.driverAdapterError?.cause;
  return cause?.originalCode ?? error.code;
}

/** Deadlock, serialisation failure or a lost race for a unique key: running the transaction again can succeed. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error);
  return code === "40P01" || code === "40001" || code === "P2034";
}

/** Whether a unique key already holds the value. */
export function isUniqueViolation(error: unknown): boolean {
  const code = errorCode(error);
  return code === "23505" || code === "P2002";
}

/** Whether a CHECK, or a trigger that keeps a rule of several rows, refused the change. */
export function isCheckViolation(error: unknown): boolean {
  return errorCode(error) === "23514";
}

/** Whether a trigger refused one row more than there may be. */
export function isLimitExceeded(error: unknown): boolean {
  return errorCode(error) === "54000";
}

/** Whether row level security or a guard in the database refused the statement, or the transaction only reads. */
export function isForbidden(error: unknown): boolean {
  const code = errorCode(error);
  return code === "42501" || code === "25006";
}
