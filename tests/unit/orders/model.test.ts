import { expect, test } from "vitest";
import { primaryItem } from "#lib/orders/model.ts";
import { isPaid, type PaymentStatus, paymentStatuses } from "#lib/sales/statuses.ts";

test("money is with the seller when it was paid, be it partly given back", () => {
  const paid = paymentStatuses.filter(isPaid);
  expect(paid).toEqual<PaymentStatus[]>(["paid", "partially_refunded"]);
});

const line = (name: string, quantity: string, pricePerUnit: string) => ({ name, quantity, pricePerUnit });

test.each([
  ["the dearest line", [line("pen", "1", "2"), line("lamp", "1", "60"), line("cup", "1", "9")], "lamp"],
  ["the line of the highest value", [line("lamp", "1", "60"), line("pen", "40", "2")], "pen"],
  ["the first of equals", [line("cup", "3", "0.1"), line("pen", "1", "0.3")], "cup"],
  ["exact to the last decimal", [line("a", "1", "99999999999.998"), line("b", "1", "99999999999.999")], "b"],
  ["a line that costs nothing", [line("gift", "1", "0")], "gift"],
])("the primary item is %s", (_, items, expected) => {
  expect(primaryItem(items)?.name).toBe(expected);
});

test("an order without lines has no primary item", () => {
  expect(primaryItem([])).toBeUndefined();
});
