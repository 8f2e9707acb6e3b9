import { z } from "zod";
import { normaliseDomain, storeTypes } from "#lib/stores/model.ts";

const domainPattern = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/;

/** A domain as people paste it: with scheme, path or capitals. */
const domain = z
  .string()
  .trim()
  .min(1, "domainMissing")
  .max(300, "domainInvalid")
  .transform((value) => shopifyAdminDomain(value) ?? normaliseDomain(value))
  .pipe(z.string().max(253, "domainInvalid").regex(domainPattern, "domainInvalid"));

/** The address bar of Shopify's admin names the shop in its path. */
function shopifyAdminDomain(address: string): string | null {
  const shop = /admin\.shopify\.com\/store\/([a-z0-9-]+)/i.exec(address)?.[1];
  return shop ? `${shop.toLowerCase()}.myshopify.com` : null;
}

/** What it takes to connect a store. */
export const newStoreSchema = z
  .object({
    type: z.enum(storeTypes, "storeTypeMissing"),
    name: z.string().trim().min(1, "nameMissing").max(80, "nameTooLong"),
    domain,
    webhookSecret: z.string().trim().min(8, "secretTooShort").max(200, "secretTooLong"),
    adminAccessToken: z
      .string()
      .trim()
      .max(300, "secretTooLong")
      .optional()
      .transform((token) => token || undefined),
    /** Names that this store gives to cash on delivery, beside the common ones. */
    codGateways: z.array(z.string().trim().min(1).max(80, "nameTooLong")).max(20).default([]),
    /** The owning seller; only an admin may name another than oneself. */
    userId: z.uuid("ownerMissing").optional(),
  })
  .refine(({ type, domain: host }) => type !== "shopify" || host.endsWith(".myshopify.com"), {
    path: ["domain"],
    error: "shopifyDomain",
  });

export type NewStoreInput = z.input<typeof newStoreSchema>;
export type NewStore = z.output<typeof newStoreSchema>;

export const storeIdSchema = z.object({ id: z.uuid() });

/** A delivery, and the store that it is said to belong to. */
export const deliverySchema = z.object({ storeId: z.uuid(), deliveryId: z.uuid() });
