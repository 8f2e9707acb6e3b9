import "server-only";
import { z } from "zod";
import { announcerOf } from "#lib/base/events/announce.ts";
import { about } from "#lib/base/events/define.ts";
import { plainText } from "#lib/base/text/schema.ts";

const money = { amount: plainText, currency: plainText };
const stock = { stock: z.int() };

/** What happens beside the timelines of leads, by the names that listeners know. Each entry of a timeline is a `lead:…` of its own accord. */
const events = {
  "order:created": about(["orderId", "leadId"], {}),
  "order:updated": about(["orderId"], {}),
  "order:payment-received": about(["orderId"], money),
  "order:shipped": about(["orderId"], {}),
  "inventory:low-stock": about(["productId"], stock),
  "inventory:out-of-stock": about(["productId"], stock),
  "inventory:restocked": about(["productId"], stock),
  "product:created": about(["productId"], {}),
  "product:updated": about(["productId"], {}),
  "product:deleted": about(["productId"], {}),
  "customer:created": about(["customerId"], {}),
  "customer:updated": about(["customerId"], {}),
  "customer:merged": about(["customerId", "mergedId"], {}),
  "customer:unmerged": about(["customerId", "mergedId"], {}),
};

/** Leaves events in the outbox, in the transaction of the change that they tell of. */
export const announce = announcerOf(events);
