import { z } from "zod";

/**
 * What can be said of a delivery: why it failed or was ignored, or what else there is to know of it. Each is a message in the person's language
 * ("deliveries.reasons"); the sentence is what stood in its place in rows of earlier days.
 */
const sentences = {
  paused: "This store is paused.",
  redacted: "The buyer's data was removed, as the store asked.",
  toldBefore: "Told already: nothing has changed since.",
  deletedBefore: "Already known to be deleted.",
  older: "Older than what is already known of this order.",
  neverSeen: "Deleted in the store before Astra ever saw it.",
  ofRemovedStore: null,
  partial: "It says neither lines nor a total: what is known of this order stays.",
  sameNumber:
    "Another order came with the id of one that is known, with another buyer, currency and date: two shops seem to send to this store. It is kept as an order of its own.",
  unknownMoney:
    "Given back in a currency of which neither the refund nor its order says what it is worth; the order's own list brings it.",
  severalCurrencies:
    "It names amounts in several currencies and no rate; orders/updated brings the whole order.",
  onlyChanges: "This topic names only the changes; orders/updated brings the whole order.",
  notOnlyId: "A deletion has an id and nothing else; this has more, and deletes nothing.",
  otherShop: "The body doesn't name this shop, so nothing was removed or paused.",
  subscription: "A subscription is no order; its orders come by themselves.",
  draft: "A draft is not an order yet: nobody placed it.",
  legacyApi:
    "This webhook uses the legacy API. Set its API version to WP REST API Integration v3 in WooCommerce.",
  notUtf8: "The body is not UTF-8 text.",
  tooDeep: "The JSON is nested too deeply.",
  notJson: "The body is not JSON.",
  tooLarge: "This delivery is too large to be worked in.",
  stillLooking: "What this store sent before is still being looked through; this is tried again.",
  unexpected: "Astra failed to process this delivery; it will try again.",
} as const;

type PlainReason = keyof typeof sentences;

/** The same with what it is about: a topic, an order, fields, or what a shop said itself. */
const withArguments = {
  uselessTopic: ["topic"],
  notArrived: ["order"],
  notPromised: ["fields"],
  shopError: ["said"],
  shopErrorUserGone: ["said"],
  shopErrorDeleted: ["said"],
  shopErrorVersion: ["said"],
} as const satisfies Record<string, readonly string[]>;

type ReasonWithArguments = {
  [Code in keyof typeof withArguments]: { code: Code } & Record<(typeof withArguments)[Code][number], string>;
}[keyof typeof withArguments];

/** A reason as it is kept: a code, with what it is about. */
export type Reason = { code: PlainReason } | ReasonWithArguments;

/** A reason as it is shown: one that is no code is shown as it was kept. */
export type ShownReason = Reason | { code: "kept"; text: string };

/** As long as a row keeps what a shop says. */
const longestArgument = 500;

/** Writes a reason as it is kept. */
export function writeReason(reason: Reason): string {
  return JSON.stringify(reason, (_key, value) =>
    typeof value === "string" ? value.slice(0, longestArgument) : value,
  );
}

/** All that may be kept for a reason: its code, and its sentence of earlier days. */
export function keptForms(code: PlainReason): string[] {
  const sentence = sentences[code];
  return [writeReason({ code }), ...(sentence === null ? [] : [sentence])];
}

const codes = new Set<string>([...Object.keys(sentences), ...Object.keys(withArguments)]);
const written = z.object({ code: z.string().refine((code) => codes.has(code)) }).catchall(z.string());
const bySentence = new Map(Object.entries(sentences).map(([code, sentence]) => [sentence, code]));

/** Reads what is kept; null when there is none. */
export function readReason(kept: string | null): ShownReason | null {
  if (kept === null) return null;
  const code = bySentence.get(kept as never);
  if (code) return { code: code as PlainReason };
  const read = kept.startsWith("{") ? written.safeParse(parse(kept)) : null;
  return read?.success ? (read.data as Reason) : { code: "kept", text: kept };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
