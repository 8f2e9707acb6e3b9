import { Decimal } from "decimal.js";
import { z } from "zod";
import { DeliveryError } from "#lib/platforms/platform.ts";

/** A larger amount than a column holds (numeric(14,3)) is refused with a clear error instead of a database one. */
const largestAmount = new Decimal("99999999999.999");

/** An id as the platform wrote it, number or string; text from the first byte on. */
export const id = z.string().min(1).max(64);

/** Longer text than any name or SKU would burst an index; the delivery keeps it whole. */
const longestText = 500;

/** Text that may be absent, null or empty; all three read as null. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim().slice(0, longestText) || null);

/** An amount or quantity as a decimal string with at most three decimals. */
export const amount = z.string().transform((value, context) => {
  const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(value) ? new Decimal(value) : null;
  if (!decimal?.isFinite() || decimal.abs().greaterThan(largestAmount)) {
    context.addIssue({ code: "custom", message: "is not an amount that can be kept" });
    return z.NEVER;
  }
  return decimal.toDecimalPlaces(3, Decimal.ROUND_HALF_UP).toFixed();
});

/** ISO 4217, upper case. */
export const currency = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "is not a currency code");

/** A point in time with an offset. */
export const instant = z.string().transform(toDate);

/** A point in time that is UTC without saying so (WooCommerce's `*_gmt`). */
export const utcInstant = z
  .string()
  .transform((value, context) => toDate(/[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`, context));

function toDate(value: string, context: z.RefinementCtx): Date {
  const date = new Date(value);
  const year = date.getUTCFullYear();
  // What Postgres can't read is far outside of this, and a date of the far future would make all later news look old.
  if (!(year >= 1970 && year <= 9999)) {
    context.addIssue({ code: "custom", message: "is not a date" });
    return z.NEVER;
  }
  return date;
}

/**
 * Reads a payload with a schema.
 *
 * @throws DeliveryError that names the fields at fault, never their contents
 */
export function readPayload<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.output<Schema> {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw new DeliveryError(`The payload is not what this topic promises (${faults.join("; ")}).`);
}
