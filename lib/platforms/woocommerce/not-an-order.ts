import type { StoreEvent } from "#lib/platforms/platform.ts";
import { plainText } from "#lib/platforms/woocommerce/plain-text.ts";
import { storeError, subscription } from "#lib/platforms/woocommerce/shapes.ts";
import { statusSlug } from "#lib/platforms/woocommerce/status.ts";

/** What came with the topic of an order and is none, with the reason in words; null when it may be one. */
export function notAnOrder(body: unknown): StoreEvent | null {
  if (typeof body !== "object" || body === null) return null;
  const error = "id" in body ? null : storeError.safeParse(body);
  if (error?.success) return errorOf(error.data);
  if (subscription.safeParse(body).success)
    return { kind: "ignored", reason: "A subscription is no order; its orders come by themselves." };
  const { status } = body as { status?: unknown };
  const isDraft = typeof status === "string" && drafts.includes(statusSlug(status));
  return isDraft ? { kind: "ignored", reason: "A draft is not an order yet: nobody placed it." } : null;
}

/** Carts and forms that became no order (yet). */
const drafts = ["auto-draft", "checkout-draft", "draft", "new"];

/** WooCommerce reads an order as the user who made its webhook; when it may not, it sends the error, signed, and counts it delivered. */
function errorOf({ code, message }: { code: string; message: string | null }): StoreEvent {
  const said = message ? `“${plainText(message)}”` : code;
  const reason = `WooCommerce sent its own error in place of the order: ${said}`;
  const isRefused = /_cannot_view$|^rest_forbidden/.test(code);
  if (isRefused)
    return { kind: "store_error", reason: `${reason} ${webhookUserGone}`, fault: "webhookUserGone" };
  const advice = Object.hasOwn(advices, code) ? ` ${advices[code]}` : "";
  return { kind: "store_error", reason: `${reason}${advice}`, fault: null };
}

const webhookUserGone =
  "The WordPress user who made the webhook is gone or may not see orders any more. Make the webhook anew as an administrator.";

const advices: Readonly<Record<string, string>> = {
  woocommerce_rest_shop_order_invalid_id: "The order was deleted in the shop before this was sent.",
  woocommerce_rest_invalid_shop_order_id:
    "Set the webhook's API version to WP REST API Integration v3 in WooCommerce.",
};
