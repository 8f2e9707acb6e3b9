import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { besideLines } from "#components/leads/order-amounts.ts";
import type { OrderLine } from "#lib/orders/facts.ts";

const amount = fc
  .integer({ min: 0, max: 99_999_999 })
  .map((thousandths) => new Decimal(thousandths).div(1_000).toFixed());
const maybe = fc.option(amount);

test("whatever a store says, the parts on a page come to the total to the last decimal", () => {
  fc.assert(
    fc.property(
      amount,
      fc.array(amount, { minLength: 1, maxLength: 8 }),
      fc.record({ shipping: maybe, tax: maybe, discount: maybe, fees: maybe }),
      fc.option(amount),
      (total, lines, beside, others) => {
        const items = lines.map((line) => ({ total: line }) as OrderLine);
        const more = others === null ? null : { count: 900, total: others };
        const named = besideLines({ total, items, more, beside }).map((part) => part.amount);
        const parts = [...lines, others ?? "0", ...named];
        const sum = parts.reduce((all, part) => all.plus(part), new Decimal(0));
        expect(sum).toEqual(new Decimal(total));
      },
    ),
  );
});
