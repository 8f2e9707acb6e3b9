import type { StoreEvent } from "#lib/platforms/platform.ts";
import { plainText } from "#lib/platforms/woocommerce/plain-text.ts";
import { storeError, subscription } from "#lib/platforms/woocommerce/shapes.ts";
import { statusSlug } from "#lib/platforms/woocommerce/status.ts";

/** What came with the topic of an order and is none, with the reason in words; null when it may be one. */
export function notAnOrder(body: unknown): StoreEvent | null {
  if (typeof body !== "object" || body === null) return null;
  const error = "id" in body ? null : storeError.safeParse(body);
  if (error?.success) return errorOf(error.data);
  if (subscription.safeParse(body).success) return { kind: "ignored", reason: { code: "subscription" } };
  const { status } = body as { status?: unknown };
  const isDraft = typeof status === "string" && drafts.includes(statusSlug(status));
  return isDraft ? { kind: "ignored", reason: { code: "draft" } } : null;
}

/** Carts and forms that became no order (yet). */
const drafts = ["auto-draft", "checkout-draft", "draft", "new"];

/** WooCommerce reads an order as the user who made its webhook; when it may not, it sends the error, signed, and counts it delivered. */
function errorOf({ code, message }: { code: string; message: string | null }): StoreEvent {
  const said = message ? plainText(message) : code;
  const isRefused = /_cannot_view$|^rest_forbidden/.test(code);
  if (isRefused)
    return {
      kind: "store_error",
      reason: { code: "shopErrorUserGone", said },
      fault: "webhookUserGone",
    };
  const known = Object.hasOwn(advices, code) ? advices[code] : undefined;
  return { kind: "store_error", reason: { code: known ?? "shopError", said }, fault: null };
}

const advices: Readonly<Record<string, "shopErrorDeleted" | "shopErrorVersion">> = {
  woocommerce_rest_shop_order_invalid_id: "shopErrorDeleted",
  woocommerce_rest_invalid_shop_order_id: "shopErrorVersion",
};
