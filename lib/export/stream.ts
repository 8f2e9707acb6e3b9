import { type Column, csvHead, csvRows } from "#lib/export/csv.ts";

/**
 * A CSV file that is written as it is read: the next page of rows is asked for when the reader has taken the one before, and no more
 * once the reader goes away. However it ends, `onEnd` runs. When a page fails the stream fails, so that a file that is not whole is never taken for one that is.
 */
export function csvStream<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<Row[]>,
  onError: (error: unknown) => void,
  onEnd: () => Promise<void> = async () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const chunks = csvChunks(columns, pages, onEnd);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          onError(error);
          controller.error(error);
        }
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 1 },
  );
}

async function* csvChunks<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<Row[]>,
  onEnd: () => Promise<void>,
): AsyncGenerator<string, void> {
  try {
    yield csvHead(columns);
    for await (const rows of pages) yield csvRows(columns, rows);
  } finally {
    await onEnd();
  }
}
