import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { createLoader, parseAsArrayOf } from "nuqs/server";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { reloadSession, type Session } from "#lib/base/auth/session.ts";
import { getToken } from "#lib/base/auth/token.ts";
import { type SlotLimit, takeSlot } from "#lib/base/http/slots.ts";
import { parseAsText } from "#lib/base/list/params.ts";
import { log } from "#lib/base/log.ts";
import { inRequest } from "#lib/base/request-context.ts";
import { isoWriter } from "#lib/base/time/iso.ts";
import type { Column } from "#lib/export/csv.ts";
import { csvStream } from "#lib/export/stream.ts";

/** What a list gives for its export. */
interface Exported<Row> {
  list: "leads" | "orders" | "customers";
  permission: Permission;
  /** The columns with these ids; all of them where none is known. */
  columns: (session: Session, chosen: readonly string[]) => Promise<Column<Row>[]>;
  /** The rows that the query string asks for. */
  pages: (session: Session, request: Request) => AsyncIterable<Row[]>;
}

const loadParams = createLoader({ columns: parseAsArrayOf(parseAsText).withDefault([]) });

/** What one person may have under way: an export holds a connection and the reader's pace. */
const atOnce: SlotLimit = { name: "export", slots: 2, seconds: 60 };

/** Answers a list as a CSV file: all rows that match, written as they are read, with the columns that `columns` names. */
export function respondWithCsv<Row>(
  request: Request,
  { list, permission, columns, pages }: Exported<Row>,
): Promise<Response> {
  return inRequest(request.headers, async () => {
    const token = await getToken();
    const session = token && (await reloadSession(token));
    if (!session) return Response.json({ result: "unauthorized" }, { status: 401 });
    if (!can(session.role, permission)) return Response.json({ result: "forbidden" }, { status: 403 });
    const cells = await columns(session, loadParams(new URL(request.url)).columns);
    const slot = await takeSlot(atOnce, session.userId);
    if (!slot) return Response.json({ result: "too_many_exports" }, { status: 429 });
    const fail = AsyncLocalStorage.bind((error: unknown) =>
      log.error({ err: error, list }, "an export failed"),
    );
    const rows = whileItHolds(pages(session, request), async () => {
      await slot.keep();
      const present = await reloadSession(token);
      if (present?.role !== session.role) throw new Error("The person's rights changed during the export.");
    });
    return new Response(
      csvStream(cells, rows, fail, () => slot.free().catch(fail)),
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
async function* whileItHolds<Row>(
  pages: AsyncIterable<Row[]>,
  check: () => Promise<void>,
): AsyncGenerator<Row[]> {
  for await (const rows of pages) {
    await check();
    yield rows;
  }
  await check();
}

function fileName(list: string, timezone: string): string {
  const today = isoWriter(timezone)(new Date()).slice(0, 10);
  return `astra-${list}-${today}.csv`;
}
