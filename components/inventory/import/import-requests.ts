import type { ImportResult } from "#lib/inventory/import/apply.ts";
import type { ImportAnswer, ImportLine } from "#lib/inventory/import/respond.ts";
import { importFields } from "#lib/inventory/model.ts";

/** A file that was read: how, and what it would do. */
export type ReadImport = Exclude<ImportAnswer, { fault: string }>;

/** Why a file can't be read; each has a sentence in the messages. */
export type ImportFault = Extract<ImportAnswer, { fault: string }>["fault"];

/** How a file is to be read, and whose its products are; null: the platform's. */
export type Reading = Partial<Pick<ReadImport, "columns" | "decimal">> & { owner: string | null };

/** Why there is no answer: a fault of the file, a sentence of the server, or (neither) nothing came. */
export type Refusal = { fault: ImportFault } | { sentence: string | undefined };

/** How far a file is written. */
export interface WritingProgress {
  written: number;
  of: number;
}

/** Asks what a file would do. */
export async function askPlan(file: File, reading: Reading): Promise<ReadImport | Refusal> {
  const response = await send(file, reading, false);
  if (!response.ok) return refusalOf(response);
  return (await response.json()) as ImportAnswer;
}

/** Has a file written, and hears how far it is. */
export async function writeImport(
  file: File,
  reading: Reading,
  onProgress: (progress: WritingProgress) => void,
): Promise<{ done: ImportResult } | Refusal> {
  const response = await send(file, reading, true);
  if (!response.ok || !response.body) return refusalOf(response);
  // A file that turned out to be unreadable is answered at once.
  if (response.headers.get("content-type")?.includes("application/json")) return response.json();
  for await (const line of linesOf(response.body)) {
    const said = JSON.parse(line) as ImportLine;
    if ("done" in said) return said;
    if ("refused" in said) return { sentence: said.refused };
    onProgress(said);
  }
  return { sentence: undefined };
}

/** Not every browser lets a stream be iterated over. */
async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + piece.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

function send(file: File, { owner, columns, decimal }: Reading, writes: boolean): Promise<Response> {
  const query = new URLSearchParams({ name: file.name, owner: owner ?? "", writes: String(writes) });
  if (columns) query.set("columns", importFields.map((field) => columns[field] ?? "").join(","));
  if (decimal) query.set("decimal", decimal);
  return fetch(`/api/inventory/import?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
}

async function refusalOf(response: Response): Promise<Refusal> {
  const { detail } = (await response.json()) as { detail?: string };
  return { sentence: detail };
}
