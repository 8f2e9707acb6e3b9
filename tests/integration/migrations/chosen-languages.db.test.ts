import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";

const migration = new URL(
  "../../../prisma/migrations/20261203010000_languages/migration.sql",
  import.meta.url,
);
/** What becomes of a language that an account had. */
const becoming = /case\n[^;]+end(?=;)/;

test("a language that was set on purpose stays the person's, and every account's default leaves it to the browser", async () => {
  const [kept] = becoming.exec(await readFile(migration, "utf8")) ?? [];
  const rows = await asOwner<{ locale: string; kept: string | null }>(
    `select locale, ${kept} as kept from unnest($1::text[]) as locale`,
    [["en", "en-GB", "ro", "de-AT", "zh-CN", "pt-BR", "est"]],
  );
  expect(Object.fromEntries(rows.map((row) => [row.locale, row.kept]))).toEqual({
    en: null,
    "en-GB": "en",
    ro: "ro",
    "de-AT": "de",
    "zh-CN": "zh",
    "pt-BR": null,
    est: null,
  });
});
