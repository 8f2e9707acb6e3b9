import { Decimal } from "decimal.js";
import { z } from "zod";
import { largestAmount } from "#lib/base/money/kept.ts";
import { cut, plainText } from "#lib/base/text/schema.ts";
import { DeliveryError } from "#lib/platforms/platform.ts";

// The fields of foreign payloads, read by what they mean: plug-ins write absent, null, "", false, [] and {} for nothing, lists as objects
// with numbers for keys, and numbers as text. Numbers are the text that stood in the payload (see json.ts).

/** Longer text than any name or SKU would burst an index; the delivery keeps it whole. */
const longestText = 500;
const longestNote = 5_000;

/** What plug-ins write for nothing. */
function nothingIsNull(value: unknown): unknown {
  if (value === undefined || value === false || value === "") return null;
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty ? null : value;
}

/** An id as the platform wrote it, number or string; text from the first byte on. What was never saved has the id 0, which names nothing. */
export const id = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine((value) => value !== "0", "names nothing");

/** Like `id`, of something that may have none: null for nothing and for 0. */
export const optionalId = z.preprocess(
  (value) => (value === "0" ? null : nothingIsNull(value)),
  id.nullable(),
);

/** Text that may be missing; cut between characters, never within one. */
export const text = upTo(longestText);

/** The same for what people write. */
export const note = upTo(longestNote);

function upTo(most: number) {
  return z.preprocess(
    nothingIsNull,
    plainText.nullable().transform((value) => cut(value?.trim() ?? "", most) || null),
  );
}

/** An amount or quantity as a decimal string with at most three decimals; null for nothing. A larger one than can be kept is not understood. */
export const amount = z.preprocess(
  nothingIsNull,
  z
    .string()
    .nullable()
    .transform((value, context) => {
      if (value === null) return null;
      const written = value.trim().replace(/^(-?\d+),(\d{1,2})$/, "$1.$2");
      const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(written) ? new Decimal(written) : null;
      if (!decimal?.isFinite() || decimal.abs().greaterThan(largestAmount)) {
        context.addIssue({ code: "custom", message: "is not an amount that can be kept" });
        return z.NEVER;
      }
      return decimal.toDecimalPlaces(3, Decimal.ROUND_HALF_UP).toFixed();
    }),
);

/** A currency's code as the store says it, upper case, whether the world knows it or not; "" when it says none. */
export const currency = z.preprocess(
  nothingIsNull,
  z
    .string()
    .nullable()
    .transform((value) => (value ?? "").replace(/[\s\p{Cc}]/gu, "").toUpperCase())
    .pipe(z.string().max(12, "is not a currency code")),
);

/** Whether something is so; null for nothing. */
export const flag = z.preprocess(
  (value) => (value === false ? value : nothingIsNull(value)),
  z
    .union([z.boolean(), z.enum(["true", "false", "yes", "no", "1", "0"])])
    .nullable()
    .transform((value) => (value === null ? null : [true, "true", "yes", "1"].includes(value))),
);

/** A point in time with an offset; null for nothing. */
export const instant = z.preprocess(nothingIsNull, z.string().nullable().transform(toDate));

/** A point in time that is UTC without saying so (WooCommerce's `*_gmt`). */
export const utcInstant = z.preprocess(
  nothingIsNull,
  z
    .string()
    .nullable()
    .transform((value, context) =>
      toDate(value === null || /[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`, context),
    ),
);

function toDate(value: string | null, context: z.RefinementCtx): Date | null {
  if (value === null) return null;
  const date = new Date(value);
  const year = date.getUTCFullYear();
  // No shop sold anything on the web before; zero dates and clocks that were never set read as such years.
  if (!(year >= 1995 && year <= 9999)) {
    context.addIssue({ code: "custom", message: "is not a date" });
    return z.NEVER;
  }
  return date;
}

/** A list, also when it was written as an object with numbers for keys; what is nothing in it is left out. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .preprocess(
      (value) => {
        const something = nothingIsNull(value);
        if (something === null) return [];
        const isKeyed =
          typeof something === "object" && Object.keys(something).every((key) => /^\d+$/.test(key));
        return isKeyed && !Array.isArray(something) ? Object.values(something) : something;
      },
      z.array(z.preprocess(nothingIsNull, item.nullable())),
    )
    .transform((items) => items.filter((one) => one !== null));
}

/** An object that may be missing. */
export function optional<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(nothingIsNull, shape.nullable());
}

/** A payload as far as it was understood, and the paths of the fields that were not. */
export interface Reading<Value> {
  value: Value;
  notUnderstood: string[];
}

const mostNamed = 20;

/**
 * Reads a payload leniently: a field that can't be understood is left out and named, and the rest is read again. Only what makes it a
 * payload of this topic at all must be there.
 *
 * @throws DeliveryError that names the fields at fault, never their contents
 */
export function readLeniently<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
): Reading<z.output<Schema>> {
  const first = schema.safeParse(payload);
  if (first.success) return { value: first.data, notUnderstood: [] };
  const rest: unknown = structuredClone(payload);
  const notUnderstood = new Set<string>();
  let issues = first.error.issues;
  // A field that is left out may leave something that can't do without it; nothing is nested deeper than this.
  for (let depth = 0; depth < 10; depth++) {
    const leftNow: string[] = [];
    for (const { path } of issues) {
      if (leftNow.some((left) => `${path.join(".")}.`.startsWith(`${left}.`))) continue;
      const left = leaveOut(rest, path);
      if (!left) throw notPromised(first.error.issues);
      leftNow.push(left);
      notUnderstood.add(left);
    }
    const again = schema.safeParse(rest);
    if (again.success) return { value: again.data, notUnderstood: [...notUnderstood].slice(0, mostNamed) };
    issues = again.error.issues;
  }
  throw notPromised(first.error.issues);
}

/**
 * Reads a payload of which every field is needed.
 *
 * @throws DeliveryError that names the fields at fault, never their contents
 */
export function readPayload<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.output<Schema> {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  throw notPromised(result.error.issues);
}

/** Takes out the field at a path, or what holds it when it is missing; null when that is the whole payload. */
function leaveOut(payload: unknown, path: PropertyKey[]): string | null {
  for (let length = path.length; length > 0; length--) {
    const holder = path.slice(0, length - 1).reduce<unknown>((at, key) => member(at, key), payload);
    const key = keyIn(holder, path[length - 1]);
    if (key === null || member(holder, key) == null) continue;
    (holder as Record<PropertyKey, unknown>)[key] = null;
    return path.slice(0, length).join(".");
  }
  return null;
}

function member(holder: unknown, key: PropertyKey): unknown {
  const found = keyIn(holder, key);
  return found === null ? undefined : (holder as Record<PropertyKey, unknown>)[found];
}

/** The key of a list that was written as an object is its position. */
function keyIn(holder: unknown, key: PropertyKey | undefined): PropertyKey | null {
  if (typeof holder !== "object" || holder === null || key === undefined) return null;
  if (typeof key !== "number" || Array.isArray(holder)) return key;
  return Object.keys(holder)[key] ?? null;
}

function notPromised(issues: z.core.$ZodIssue[]): DeliveryError {
  const fields = issues.slice(0, 5).map(({ path }) => path.join(".") || "body");
  return new DeliveryError({ code: "notPromised", fields: [...new Set(fields)].join(", ") });
}
