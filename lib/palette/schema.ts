import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { shortestQuery } from "#lib/palette/model.ts";
import { callReasons, codStatuses, kpiStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

export const paletteQuerySchema = z.object({ q: plainText.trim().min(shortestQuery).max(100) });

const leadHit = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  /** As people read it; null where it stands in for the name. */
  phone: z.string().nullable(),
  orderNumber: z.string().nullable(),
  storeName: z.string().nullable(),
  codStatus: z.enum(codStatuses),
  logisticStatus: z.enum(logisticStatuses),
  kpiStatus: z.enum(kpiStatuses),
  callReason: z.enum(callReasons).nullable(),
});

const orderHit = z.object({
  id: z.uuid(),
  orderNumber: z.string(),
  name: z.string().nullable(),
  total: z.string(),
  currency: z.string(),
});

const customerHit = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

/** Something that is kept in stock, or that was sold by a SKU that no product has; then it has no id. */
const productHit = z.object({ id: z.uuid().nullable(), sku: z.string(), name: z.string() });

/** What the command palette finds: a few of each, the best first. */
export const paletteResultSchema = z.object({
  leads: z.array(leadHit),
  orders: z.array(orderHit),
  customers: z.array(customerHit),
  products: z.array(productHit),
});

export type LeadHit = z.output<typeof leadHit>;
export type OrderHit = z.output<typeof orderHit>;
export type CustomerHit = z.output<typeof customerHit>;
export type ProductHit = z.output<typeof productHit>;
export type PaletteResult = z.output<typeof paletteResultSchema>;
