import { recordCounter } from "#components/list/export/record-counter.ts";

/** A CSV file that has come in whole. */
export interface ReceivedFile {
  name: string;
  content: Blob;
  rows: number;
}

/** The answer is no CSV file: the person is signed out by now. */
export class SignedOutError extends Error {}

/** As many exports as one may have at once are under way. */
export class TooManyExportsError extends Error {}

/**
 * Fetches a CSV file and says how many rows have come in so far.
 *
 * @throws SignedOutError, TooManyExportsError, or the error of the request: what was cut off on its way is never answered as a file
 */
export async function receiveCsv(
  href: string,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<ReceivedFile> {
  const response = await fetch(href, { signal });
  if (response.redirected || response.status === 401) throw new SignedOutError();
  if (response.status === 429) throw new TooManyExportsError();
  if (!response.ok || !response.body) throw new Error(`The export was answered with ${response.status}.`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const count = recordCounter();
  let rows = 0;
  for await (const chunk of chunksOf(response.body)) {
    chunks.push(chunk);
    // The first record is the headings.
    rows = Math.max(0, count(chunk) - 1);
    onRows(rows);
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { name: name ?? "astra.csv", content: new Blob(chunks, { type: "text/csv;charset=utf-8" }), rows };
}

/** Not every browser lets a stream be iterated over. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** Hands a file to the browser, to be saved where downloads go. */
export function saveFile({ name, content }: ReceivedFile): void {
  const href = URL.createObjectURL(content);
  followDownload(href, name);
  // Some browsers read the file only after the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Lets the browser itself download what is at an address. */
export function followDownload(href: string, name = ""): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}
