import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import { loadInBulk } from "#scripts/bench/bulk-load.ts";
import { withOwner } from "#scripts/bench/database.ts";
import { runScript } from "#scripts/command-line.ts";

const usage = `npm run bench:load -- [--leads 1000000]

Fills a database of its own with a large business: 50 sellers, 120 stores, two years of orders, each with its lead, and 400
customers for each 1,000 orders. The same rows every time; what an earlier run made is replaced.`;

const sqlFolder = new URL("bench/sql/", import.meta.url);

await runScript({
  usage,
  options: { leads: { type: "string" } },
  schema: z.object({
    leads: z.coerce.number().int().min(1_000).max(10_000_000).default(1_000_000),
    positionals: z.tuple([]),
  }),
  run,
});

async function run({ leads }: { leads: number }): Promise<void> {
  const startedAt = performance.now();
  const report = (step: string) =>
    console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${step}`);
  await withOwner(async (client) => {
    const fill = async () => {
      await client.query(
        `create function pg_temp.bench_leads() returns bigint language sql immutable as 'select ${leads}::bigint'`,
      );
      for (const file of (await readdir(sqlFolder)).sort()) {
        await client.query(await readFile(new URL(file, sqlFolder), "utf8"));
        report(file);
      }
    };
    await loadInBulk(client, fill, report);
    await client.query("select astra.rebuild_lead_figures(id) from workspaces");
    report("figures");
    await client.query("select astra.rebuild_product_figures(id) from workspaces");
    report("figures of products");
    await client.query("vacuum (analyze)");
    report(`${leads.toLocaleString("en")} leads are there.`);
  });
}
