import { expect, test } from "vitest";
import { isKnownCurrency } from "#lib/base/money/currencies.ts";
import { asOwner } from "#tests/support/database.ts";

test("the database and the app know the same currencies, so that a list adds up what a page does", async () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)));
  const known = await asOwner<{ code: string }>(
    "select code from unnest($1::text[]) code where astra.known_currency(code)",
    [[...codes, "", "IRHT", "USDT"]],
  );
  expect(known.map(({ code }) => code)).toEqual(codes.filter(isKnownCurrency));
});
