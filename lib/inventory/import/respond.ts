import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { readBody } from "#lib/base/http/body.ts";
import { problem } from "#lib/base/http/problem.ts";
import { applyImport, type ImportResult } from "#lib/inventory/import/apply.ts";
import { type ImportPlan, planImport } from "#lib/inventory/import/preview.ts";
import { type ReadFile, readProductFile } from "#lib/inventory/import/read-file.ts";
import { mostBytes, type TableFault } from "#lib/inventory/import/table.ts";
import type { importQuerySchema } from "#lib/inventory/schema.ts";

/** What a file would do, and how it was read; or why it can't be read. */
export type ImportAnswer =
  | { fault: TableFault }
  | ({ plan: ImportPlan } & Pick<ReadFile, "headings" | "columns" | "decimal">);

/** What a file did; a file that can't be read did nothing. */
export type ImportDone = { fault: TableFault } | ImportResult;

const bodyTime = 30_000;

/** Answers a file in the body of a request: with what it would do, or, when it is to be written, what it did. */
export async function answerImport(
  session: Session,
  request: Request,
  { name, owner, columns, decimal, writes }: z.output<typeof importQuerySchema>,
): Promise<Response | ImportAnswer | ImportDone> {
  // A form of another site can't send this type without asking first.
  if (request.headers.get("content-type") !== "application/octet-stream")
    return problem(415, "unsupported_media_type");
  const body = await readBody(request, { limit: mostBytes, milliseconds: bodyTime });
  if (body === "too_large") return { fault: "tooLarge" };
  if (typeof body === "string") return problem(408, "too_slow");
  const file = readProductFile(body, { columns, decimal });
  if (typeof file === "string") return { fault: file };
  if (writes) return applyImport(session, { ownerId: owner, fileName: name, rows: file.rows });
  const plan = await planImport(session, owner, file);
  return { plan, headings: file.headings, columns: file.columns, decimal: file.decimal };
}
