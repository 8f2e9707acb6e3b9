import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isForbidden } from "#lib/base/db/errors.ts";
import { readBody } from "#lib/base/http/body.ts";
import { problem } from "#lib/base/http/problem.ts";
import { log } from "#lib/base/log.ts";
import { applyImport, type ImportResult } from "#lib/inventory/import/apply.ts";
import { type ImportPlan, planImport } from "#lib/inventory/import/preview.ts";
import { type ReadFile, readProductFile } from "#lib/inventory/import/read-file.ts";
import { mostBytes, type TableFault } from "#lib/inventory/import/table.ts";
import type { importQuerySchema } from "#lib/inventory/schema.ts";

/** What a file would do, and how it was read; or why it can't be read. */
export type ImportAnswer =
  | { fault: TableFault }
  | ({ plan: ImportPlan } & Pick<ReadFile, "headings" | "columns" | "decimal">);

/** A line of what is told while a file is written: how far it is, and at last what it did or why nothing was kept. */
export type ImportLine = { written: number; of: number } | { done: ImportResult } | { refused: string };

const bodyTime = 30_000;

/** Answers a file in the body of a request: with what it would do, or, when it is to be written, line by line with how far it is. */
export async function answerImport(
  session: Session,
  request: Request,
  { name, owner, columns, decimal, writes }: z.output<typeof importQuerySchema>,
): Promise<Response | ImportAnswer> {
  // A form of another site can't send this type without asking first.
  if (request.headers.get("content-type") !== "application/octet-stream")
    return problem(415, "unsupported_media_type");
  const body = await readBody(request, { limit: mostBytes, milliseconds: bodyTime });
  if (body === "too_large") return { fault: "tooLarge" };
  if (typeof body === "string") return problem(408, "too_slow");
  const file = await readProductFile(body, { columns, decimal });
  if (typeof file === "string") return { fault: file };
  if (writes) {
    const t = await getTranslations("errors");
    return tellWriting(
      (tell) => applyImport(session, { ownerId: owner, fileName: name, rows: file.rows }, tell),
      (error) =>
        error instanceof UserError
          ? t(error.key, error.values as never)
          : t(isForbidden(error) ? "forbidden" : "unknown"),
    );
  }
  const plan = await planImport(session, owner, file);
  return { plan, headings: file.headings, columns: file.columns, decimal: file.decimal };
}

/** Lines of JSON while a file is written. Whoever leaves in the middle ends the telling, not the writing: it is kept whole or not at all. */
function tellWriting(
  write: (tell: (written: number, of: number) => void) => Promise<ImportResult>,
  sentenceOf: (error: unknown) => string,
): Response {
  let isHeard = true;
  const lines = new ReadableStream<string>({
    async start(stream) {
      const tell = (line: ImportLine) => isHeard && stream.enqueue(`${JSON.stringify(line)}\n`);
      try {
        tell({ done: await write((written, of) => tell({ written, of })) });
      } catch (error) {
        if (!(error instanceof UserError || isForbidden(error)))
          log.error({ err: error }, "an import failed");
        tell({ refused: sentenceOf(error) });
      }
      if (isHeard) stream.close();
    },
    cancel() {
      isHeard = false;
    },
  });
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "private, no-store, no-transform" },
  });
}
