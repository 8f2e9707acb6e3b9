import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { callReasons, codStatuses, kpiStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

/** Shorter words stand in too many rows to tell any apart. */
export const shortestQuery = 3;

export const paletteQuerySchema = z.object({ q: plainText.trim().min(shortestQuery).max(100) });

const leadHit = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
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

/** Something that was sold, by its SKU. */
const productHit = z.object({ sku: z.string(), name: z.string() });

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
