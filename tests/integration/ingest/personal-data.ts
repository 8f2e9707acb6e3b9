import { type KeptPayload, unpackPayload } from "#lib/ingest/payload.ts";
import { asOwner, type Row } from "#tests/support/database.ts";

/** Every column of the app's and the job queue's tables that can hold a word. */
async function wordColumns(): Promise<{ table: string; column: string; text: string }[]> {
  const columns = await asOwner<{ schema: string; table: string; column: string; type: string }>(
    `select table_schema as schema, quote_ident(table_name) as table, quote_ident(column_name) as column, data_type as type
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
       and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')`,
  );
  return columns.map(({ schema, table, column, type }) => ({
    table: `${schema}.${table}`,
    column,
    text: type === "bytea" ? `encode(${column}, 'escape')` : `${column}::text`,
  }));
}

/** Where in the database any of the words stands, as "table.column". */
export async function placesOf(words: string[]): Promise<string[]> {
  const searches = (await wordColumns()).map(
    ({ table, column, text }) =>
      `select '${table}.${column}' as place where exists (
         select 1 from ${table}, unnest($1::text[]) word where position(lower(word) in lower(${text})) > 0)`,
  );
  const rows = await asOwner<{ place: string }>(searches.join(" union all "), [words]);
  const places = rows.map(({ place }) => place);
  if (await isInPayloads(words)) places.push("public.webhook_deliveries.payload");
  return places.sort();
}

/** Payloads are kept compressed. */
async function isInPayloads(words: string[]): Promise<boolean> {
  const kept = await asOwner<KeptPayload & Row>(
    `select payload, payload_encoding as "payloadEncoding" from webhook_deliveries where payload <> ''`,
  );
  const texts = await Promise.all(
    kept.map(async (delivery) =>
      Buffer.from(await unpackPayload(delivery))
        .toString("utf8")
        .toLowerCase(),
    ),
  );
  return texts.some((text) => words.some((word) => text.includes(word.toLowerCase())));
}
