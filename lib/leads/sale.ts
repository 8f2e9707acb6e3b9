import { z } from "zod";
import { isAmbiguous, readTypedAmount } from "#lib/base/money/amount.ts";
import { plainText } from "#lib/base/text/schema.ts";

/** How a sale by hand is paid; the first is the usual way. */
export const salePaymentKinds = ["cash_on_delivery", "prepaid", "pay_later"] as const;

const mostLines = 100;
const mostUnits = 1_000_000;
/** As the database keeps amounts: eleven digits and three decimals. */
const longestTotal = 15;
const textSchema = plainText.trim().max(200, "textTooLong");

/** An amount as a person types it, as a decimal string; empty is none, also when a form has read it already. */
const amountSchema = (message: string) =>
  plainText.nullable().transform((typed, context) => {
    if (!typed?.trim()) return null;
    const amount = readTypedAmount(typed);
    if (amount !== undefined) return amount;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const isQuantity = (amount: string | null): amount is string =>
  amount !== null && Number(amount) > 0 && Number(amount) <= mostUnits;

const lineSchema = z.object({
  /** Empty: no product of the inventory. */
  sku: textSchema,
  name: textSchema.min(1, "nameMissing"),
  quantity: amountSchema("quantityInvalid").refine(isQuantity, "quantityInvalid"),
  /** Null: nobody has said a price yet. */
  price: amountSchema("priceInvalid"),
});

/** What is sold by hand, how it is paid and where it goes. Without prices it is what somebody would like to have, and no sale yet. */
export const saleSchema = z
  .object({
    lines: z.array(lineSchema).max(mostLines, "tooManyItems"),
    currency: z.string().regex(/^[A-Z]{3}$/, "currencyInvalid"),
    shipping: amountSchema("priceInvalid"),
    discount: amountSchema("priceInvalid"),
    paymentKind: z.enum(salePaymentKinds),
    shippingMethod: textSchema,
    street: textSchema,
    city: textSchema,
    region: textSchema,
    zip: textSchema,
  })
  .superRefine((sale, context) => {
    const { lines, currency, shipping, discount } = sale;
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    const refuseUnclear = (amount: string | null, ...path: (string | number)[]) =>
      amount !== null && isAmbiguous(amount, currency) && refuse("priceAmbiguous", ...path);
    for (const [index, { price }] of lines.entries()) {
      if (price === null && isPriced(sale)) refuse("priceInvalid", "lines", index, "price");
      refuseUnclear(price, "lines", index, "price");
    }
    refuseUnclear(shipping, "shipping");
    refuseUnclear(discount, "discount");
    const total = saleTotal(sale);
    if (total.startsWith("-")) refuse("discountTooLarge", "discount");
    if (total.length > longestTotal) refuse("saleTooLarge", "lines");
  });

export type Sale = z.output<typeof saleSchema>;

/** What decides a sale's sum. Amounts and quantities are decimal strings; null is none. */
export interface SaleAmounts {
  lines: { quantity: string | null; price: string | null }[];
  shipping: string | null;
  discount: string | null;
}

/** Whether anybody has said what something costs: then it is a sale. */
export function isPriced({ lines }: Pick<SaleAmounts, "lines">): boolean {
  return lines.some(({ price }) => price !== null);
}

/** What a sale comes to, each line rounded to thousandths as the database does it (`astra.sell_by_hand`). */
export function saleTotal({ lines, shipping, discount }: SaleAmounts): string {
  const worth = lines.reduce(
    (sum, { quantity, price }) => sum + (thousandths(quantity) * thousandths(price) + 500n) / 1000n,
    0n,
  );
  return inDecimals(worth + thousandths(shipping) - thousandths(discount));
}

/** An amount in thousandths, of at most three decimals. */
function thousandths(amount: string | null): bigint {
  const [whole = "0", decimals = ""] = (amount ?? "0").split(".");
  return BigInt(whole) * 1000n + BigInt(decimals.slice(0, 3).padEnd(3, "0"));
}

function inDecimals(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(4, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
