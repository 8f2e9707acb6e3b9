import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { TableAccess } from "./table-access.ts";

const folder = join(import.meta.dirname, "tables");

/** What the rights table of the product says of each database table: one file of `tables` for each, named as the table is. */
export async function readMatrix(): Promise<Record<string, TableAccess>> {
  const files = readdirSync(folder).sort();
  const tables = files.map(async (file): Promise<[string, TableAccess]> => {
    const { access } = (await import(join(folder, file))) as { access: TableAccess };
    return [basename(file, ".ts"), access];
  });
  return Object.fromEntries(await Promise.all(tables));
}
