import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { z } from "zod";
import { route } from "#lib/base/auth/route.ts";
import { accountOf, reloadSession } from "#lib/base/auth/session.ts";
import { problem } from "#lib/base/http/problem.ts";
import { type SlotLimit, takeSlot } from "#lib/base/http/slots.ts";
import type { ListParams } from "#lib/base/list/define.ts";
import { misreadIn } from "#lib/base/list/misread.ts";
import { log } from "#lib/base/log.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { isoWriter } from "#lib/base/time/iso.ts";
import type { ListExport } from "#lib/export/define.ts";
import { csvStream } from "#lib/export/stream.ts";

/** The query string is the list's own, and names the columns that are wanted beside. */
const schema = z.object({
  columns: plainText.transform((names) => names.split(",")).default([]),
});

/** What one person may have under way: an export holds a connection and the reader's pace. */
const atOnce: SlotLimit = { name: "export", slots: 2, seconds: 60 };

/** Answers a list as a CSV file: all rows that match, written as they are read, with the columns that `columns` names. */
export function exportRoute<Row extends object, Params extends ListParams>({
  list,
  columns,
  pages,
}: ListExport<Row, Params>): (request: Request) => Promise<Response> {
  return route({
    permission: list.permission,
    schema,
    run: async ({ session, token, query, request }) => {
      const asked = new URL(request.url).searchParams;
      asked.delete("columns");
      if (misreadIn(list.parsers, asked).length > 0) return problem(400, "unknown_filter");
      const cells = await columns(session, query.columns);
      const slot = await takeSlot(atOnce, accountOf(session));
      if (!slot) return problem(429, "too_many_exports");
      const fail = AsyncLocalStorage.bind((error: unknown) =>
        log.error({ err: error, list: list.name }, "an export failed"),
      );
      const rows = whileItHolds(pages(session, list.load(asked)), async () => {
        await slot.keep();
        const present = await reloadSession(token);
        const isSame =
          present?.userId === session.userId &&
          present.role === session.role &&
          present.workspace.id === session.workspace.id;
        if (!isSame) throw new Error("The person's rights changed during the export.");
      });
      return new Response(
        csvStream(cells, rows, fail, () => slot.free().catch(fail)),
        {
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": `attachment; filename="${fileName(list.name, session.timezone)}"`,
            // Kept by nobody; and not compressed, which would hold the rows back from whoever counts them.
            "Cache-Control": "private, no-store, no-transform",
            "X-Content-Type-Options": "nosniff",
          },
        },
      );
    },
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
