import { tidy } from "#lib/base/text/tidy.ts";
import { DeliveryError } from "#lib/platforms/platform.ts";

/**
 * Reads a JSON body with every number as the text that stood in it: Shopify's ids exceed 2^53, and an amount must not pass
 * through a float. What Postgres can't hold is taken out of strings: NUL characters
 * are dropped, and halves of a surrogate pair become U+FFFD.
 *
 * @throws DeliveryError when the bytes are not UTF-8 JSON
 */
export function parseExactly(body: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (cause) {
    throw new DeliveryError({ code: "notUtf8" }, { cause });
  }
  try {
    return JSON.parse(text, keepText as (key: string, value: unknown) => unknown);
  } catch (cause) {
    if (cause instanceof RangeError) throw new DeliveryError({ code: "tooDeep" }, { cause });
    throw new DeliveryError({ code: "notJson" }, { cause });
  }
}

function keepText(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value === "number") return context.source;
  return typeof value === "string" ? tidy(value) : value;
}
