import { describe, expect, test } from "vitest";
import { isPriced, saleSchema, saleTotal } from "#lib/leads/sale.ts";

const typed = {
  lines: [{ sku: "LAMP", name: "Lamp", quantity: "2", price: "45,50" }],
  currency: "RON",
  shipping: "",
  discount: "",
  paymentKind: "cash_on_delivery",
  shippingMethod: "",
  street: "",
  city: "",
  region: "",
  zip: "",
};

const problems = (changes: object) =>
  saleSchema
    .safeParse({ ...typed, ...changes })
    .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];

describe("a sale by hand", () => {
  test("is read as people type amounts, and once more as it was read", () => {
    const sale = saleSchema.parse(typed);
    expect(sale.lines).toEqual([{ sku: "LAMP", name: "Lamp", quantity: "2", price: "45.50" }]);
    expect(sale.shipping).toBeNull();
    expect(saleSchema.parse(sale)).toEqual(sale);
  });

  test.for([
    [{ lines: [{ ...typed.lines[0], quantity: "" }] }, "lines.0.quantity quantityInvalid"],
    [{ lines: [{ ...typed.lines[0], quantity: "0" }] }, "lines.0.quantity quantityInvalid"],
    [{ lines: [{ ...typed.lines[0], quantity: "2000000" }] }, "lines.0.quantity quantityInvalid"],
    [{ lines: [{ ...typed.lines[0], price: "free" }] }, "lines.0.price priceInvalid"],
    [{ lines: [{ ...typed.lines[0], price: "1.250" }] }, "lines.0.price priceAmbiguous"],
    [{ lines: [{ ...typed.lines[0], name: " " }] }, "lines.0.name nameMissing"],
    [{ lines: [...typed.lines, { ...typed.lines[0], price: "" }] }, "lines.1.price priceInvalid"],
    [{ shipping: "1,250" }, "shipping priceAmbiguous"],
    [{ discount: "91,01" }, "discount discountTooLarge"],
    [{ lines: [{ ...typed.lines[0], quantity: "1000", price: "999999999" }] }, "lines saleTooLarge"],
    [{ currency: "lei" }, "currency currencyInvalid"],
    [
      { paymentKind: "unknown" },
      'paymentKind Invalid option: expected one of "cash_on_delivery"|"prepaid"|"pay_later"',
    ],
  ] as const)("is refused for %o", ([changes, problem]) => {
    expect(problems(changes)).toContain(problem);
  });

  test("without any price is a wish, and wants none", () => {
    const wish = saleSchema.parse({ ...typed, lines: [{ ...typed.lines[0], price: "" }] });
    expect(isPriced(wish)).toBe(false);
    expect(isPriced(saleSchema.parse(typed))).toBe(true);
  });

  test("comes to its lines, each rounded to thousandths, with shipping and without the discount", () => {
    const lines = [
      { quantity: "3", price: "0.333" },
      { quantity: "0.5", price: "0.001" },
    ];
    expect(saleTotal({ lines, shipping: "20", discount: "0.5" })).toBe("20.500");
    expect(saleTotal({ lines: [], shipping: null, discount: "0.05" })).toBe("-0.050");
    expect(
      saleTotal({ lines: [{ quantity: "999999", price: "999999999" }], shipping: null, discount: null }),
    ).toBe("999998999000001.000");
  });
});
