import type { RefusedReading } from "#lib/platforms/platform.ts";
import { escaped, rewritten } from "#lib/platforms/rewritten.ts";

/** Why a delivery of Shopify fits no secret. It writes in more than one way, so that no body is plainly not its own. */
export const refused: RefusedReading = { signedForms, isWrittenAnew: () => false, suspicionOf };

/**
 * The bodies that Shopify may have signed, when something on the way wrote one anew: compact with "\/" and "\u0026", as it mostly writes, compact
 * without, and with another end.
 */
function signedForms(body: Buffer): Buffer[] {
  const plain = rewritten(body, JSON.stringify);
  const asRails = rewritten(body, (text) => escaped(JSON.stringify(text), /[&<>\u2028\u2029]/g));
  const asWritten = asRails?.replaceAll("/", "\\/");
  const trimmed = body.toString("utf8").trim();
  return [plain, asRails, asWritten, trimmed, `${trimmed}\n`].flatMap((form) =>
    typeof form === "string" ? Buffer.from(form) : [],
  );
}

/**
 * What kind of secret was entered, by its form: tokens begin with "shpat_" and the like, an app's client secret with "shpss_" (32 digits in older
 * apps), and what signs the webhooks of the admin has 64 digits. Source: shopify.dev "Access tokens", "Rotate client secrets".
 */
function suspicionOf(secret: string): ReturnType<RefusedReading["suspicionOf"]> {
  if (/^shp(at|ca|pa|ua)_/.test(secret)) return "accessToken";
  if (/^shpss_/.test(secret) || /^[0-9a-f]{32}$/.test(secret)) return "appSecret";
  return /^[0-9a-f]{64}$/.test(secret) ? "adminSecret" : null;
}
