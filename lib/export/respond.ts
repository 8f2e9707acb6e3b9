import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { createLoader, parseAsArrayOf, parseAsString } from "nuqs/server";
import { can, type Permission } from "#lib/auth/permissions.ts";
import { getSession, loadSession, type Session } from "#lib/auth/session.ts";
import type { Column } from "#lib/export/csv.ts";
import { csvStream } from "#lib/export/stream.ts";
import { log } from "#lib/log.ts";
import { inRequest } from "#lib/request-context.ts";
import { isoWriter } from "#lib/time/iso.ts";

/** What a list gives for its export. */
interface Exported<Row> {
  list: "leads" | "orders" | "customers";
  permission: Permission;
  /** The columns with these ids; all of them where none is known. */
  columns: (session: Session, chosen: readonly string[]) => Promise<Column<Row>[]>;
  /** The rows that the query string asks for. */
  pages: (session: Session, request: Request) => AsyncIterable<Row[]>;
}

const loadParams = createLoader({ columns: parseAsArrayOf(parseAsString).withDefault([]) });

/** Answers a list as a CSV file: all rows that match, written as they are read, with the columns that `columns` names. */
export function respondWithCsv<Row>(
  request: Request,
  { list, permission, columns, pages }: Exported<Row>,
): Promise<Response> {
  return inRequest(request.headers, async () => {
    const session = await getSession();
    if (!session) return Response.json({ result: "unauthorized" }, { status: 401 });
    if (!can(session.role, permission)) return Response.json({ result: "forbidden" }, { status: 403 });
    const fail = AsyncLocalStorage.bind((error: unknown) =>
      log.error({ err: error, list }, "an export failed"),
    );
    const chosen = loadParams(new URL(request.url)).columns;
    return new Response(
      csvStream(await columns(session, chosen), wholeOrNothing(session, pages(session, request)), fail),
      {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="${fileName(list, session.timezone)}"`,
          // Kept by nobody; and not compressed, which would hold the rows back from whoever counts them.
          "Cache-Control": "private, no-store, no-transform",
          "X-Content-Type-Options": "nosniff",
        },
      },
    );
  });
}

/** Who loses rights in the middle sees fewer rows from then on: such a file must break off, and not end as if it were whole. */
async function* wholeOrNothing<Row>(session: Session, pages: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  yield* pages;
  const present = await loadSession(session.userId);
  if (present?.role !== session.role) throw new Error("The person's rights changed during the export.");
}

function fileName(list: string, timezone: string): string {
  const today = isoWriter(timezone)(new Date()).slice(0, 10);
  return `astra-${list}-${today}.csv`;
}
