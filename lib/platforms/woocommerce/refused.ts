import type { RefusedReading } from "#lib/platforms/platform.ts";
import { escaped, rewritten } from "#lib/platforms/rewritten.ts";

/** Why a delivery of WooCommerce fits no secret. Its secrets are made up, so that their form tells nothing. */
export const refused: RefusedReading = { signedForms, isWrittenAnew, suspicionOf: () => null };

/** The bodies that WooCommerce may have signed, when something on the way wrote one anew: as `wp_json_encode` writes, and without its escapes. */
function signedForms(body: Buffer): Buffer[] {
  const asWritten = rewritten(body, (text) =>
    escaped(JSON.stringify(text).replaceAll("/", "\\/"), /[\u0080-\uFFFF]/g),
  );
  const plain = rewritten(body, JSON.stringify);
  return [asWritten, plain, body.toString("utf8").trim()].flatMap((form) =>
    form === null ? [] : Buffer.from(form),
  );
}

/** Whether a body is not as WooCommerce writes it, which escapes every slash and all that is not ASCII, and puts no blank between values. */
function isWrittenAnew(body: Buffer): boolean {
  const text = body.toString("utf8");
  return /[\u0080-\uFFFF]/.test(text) || /(^|[^\\])\//.test(text) || /^\s*[[{]\s/.test(text);
}
