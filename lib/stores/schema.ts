import { z } from "zod";
import { nameText, plainText } from "#lib/base/text/schema.ts";
import { platformFacts, secretFault, shopDomain } from "#lib/platforms/facts.ts";
import { statusMeanings } from "#lib/sales/statuses.ts";
import { normaliseDomain, paymentAnswerKinds, type StoreType, storeTypes } from "#lib/stores/model.ts";

/** Host, port and folders. Some hosts have underscores, whatever the standard says. */
const domainPattern =
  /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*(:\d{1,5})?(\/[^/\s]+)*$/;

/** A domain as people paste it: with scheme, path or capitals. */
const domain = plainText
  .trim()
  .min(1, "domainMissing")
  .max(300, "domainInvalid")
  .transform((value) => shopDomain(value) ?? normaliseDomain(value))
  .pipe(z.string().max(253, "domainInvalid").regex(domainPattern, "domainInvalid"));

const webhookSecret = plainText.trim().min(8, "secretTooShort").max(200, "secretTooLong");

/** Refuses a secret that the platform would change, since it would sign nothing. */
function refuseChangedSecret({
  value: { type, webhookSecret },
  issues,
}: z.core.ParsePayload<{ type: StoreType; webhookSecret: string }>): void {
  const fault = secretFault(type, webhookSecret);
  if (fault) issues.push({ code: "custom", path: ["webhookSecret"], message: fault, input: webhookSecret });
}

/** Names that a store gives to cash on delivery, beside the common ones. */
const codGateways = z.array(plainText.trim().min(1).max(80, "nameTooLong")).max(20, "tooManyNames");

/** Whether a shop of the platform can have the domain. */
function isDomainOf(type: StoreType, own: string): boolean {
  const { hasOwnDomains, shopDomain: platformDomain } = platformFacts[type];
  return hasOwnDomains || platformDomain(own) === own;
}

/** What it takes to connect a store. */
export const newStoreSchema = z
  .object({
    type: z.enum(storeTypes, "storeTypeMissing"),
    name: nameText,
    domain,
    webhookSecret,
    codGateways: codGateways.default([]),
    /** The owning seller; only an admin may name another than oneself. */
    userId: z.uuid("ownerMissing").optional(),
  })
  .refine(({ type, domain: own }) => isDomainOf(type, own), { path: ["domain"], error: "shopifyDomain" })
  .check(refuseChangedSecret);

export type NewStoreInput = z.input<typeof newStoreSchema>;
export type NewStore = z.output<typeof newStoreSchema>;

export const storeIdSchema = z.object({ id: z.uuid() });

/** The removal of a store, whose name is typed as it stands. */
export const storeRemovalSchema = z.object({
  id: z.uuid(),
  name: plainText.trim().min(1, "nameOfStoreMissing").max(300),
});
export type StoreRemoval = z.output<typeof storeRemovalSchema>;

/** What of a store can be edited; names and codes as a form holds them. */
export const storeEditSchema = z.object({
  id: z.uuid(),
  name: nameText,
  codGateways,
  /** ISO 3166-1 alpha-2; "" for none. */
  defaultCountry: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/)]),
  /** Who owns it from now on, where that is to change; only an admin may. */
  userId: z.uuid("ownerMissing").optional(),
});
export type StoreEdit = z.output<typeof storeEditSchema>;

/** The same as a form holds it: the names for cash on delivery stand one a line. */
export const storeFormSchema = storeEditSchema.extend({
  codGateways: z.preprocess(linesOf, storeEditSchema.shape.codGateways),
});

function linesOf(text: unknown): string[] {
  return String(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A new secret of a store. The form's `type` only helps to refuse at once; what counts is what the store is. */
export const newSecretSchema = z
  .object({ id: z.uuid(), type: z.enum(storeTypes), webhookSecret })
  .check(refuseChangedSecret);
export type NewSecretInput = z.input<typeof newSecretSchema>;
export type NewSecret = z.output<typeof newSecretSchema>;

const methodName = plainText.max(300);

/** What the owner says of a payment method, by all the names that it goes by; none for orders that name no method. Null: ask again. */
export const paymentAnswerSchema = z.object({
  id: z.uuid(),
  names: z.array(methodName).max(10),
  kind: z.enum(paymentAnswerKinds).nullable(),
});
export type PaymentAnswer = z.output<typeof paymentAnswerSchema>;

/** What the owner says of a status of the store. Null: nobody knows it any more. */
export const statusAnswerSchema = z.object({
  id: z.uuid(),
  status: plainText.min(1).max(200),
  meaning: z.enum(statusMeanings, "meaningMissing").nullable(),
});
export type StatusAnswer = z.output<typeof statusAnswerSchema>;

export const storeStatusSchema = statusAnswerSchema.pick({ id: true, status: true });
