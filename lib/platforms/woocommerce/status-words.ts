import { isOf, type WordKind } from "#lib/platforms/woocommerce/status-vocabulary.ts";
import type { StatusMeaning } from "#lib/sales/statuses.ts";

// Plug-ins and owners name statuses freely. Whole words are read, never letters within a word, and what makes a word mean its opposite,
// or not yet, is looked for first. What is left open is unknown: the owner is asked.

/** What a status says by its words alone; null when they leave it open. */
export function meaningOfWords(slug: string): StatusMeaning | null {
  const words = slug
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    // "un-shipped" is "unshipped".
    .replace(/(^|[-_ ])(un|non)[-_ ](?=deliver|ship|dispatch|sent|fulfil)/g, "$1$2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const status = new StatusWords(words);
  for (const rule of rules) {
    const meaning = rule(status);
    if (meaning !== undefined) return meaning;
  }
  return null;
}

class StatusWords {
  readonly words: readonly string[];

  constructor(words: readonly string[]) {
    this.words = words;
  }

  has(...kinds: WordKind[]): boolean {
    return this.words.some((word) => isOf(word, ...kinds));
  }

  /** Whether the words are all of these kinds, or among others that change nothing. */
  isOnly(kinds: WordKind[], others: ReadonlySet<string>): boolean {
    return this.words.every((word) => isOf(word, ...kinds) || others.has(word));
  }

  names(words: ReadonlySet<string>): boolean {
    return this.words.some((word) => words.has(word));
  }

  says(phrase: string): boolean {
    return ` ${this.words.join(" ")} `.includes(` ${phrase} `);
  }

  /** Whether a word of one kind stands right before one of another. */
  hasNextTo(first: WordKind, second: WordKind): boolean {
    return this.words.some((word, at) => isOf(word, first) && isOf(this.words[at + 1] ?? "", second));
  }

  /** Whether a word of some kinds comes before one of others. */
  isBefore(first: WordKind[], second: WordKind[]): boolean {
    const position = this.words.findIndex((word) => isOf(word, ...first));
    return position >= 0 && this.words.slice(position + 1).some((word) => isOf(word, ...second));
  }
}

/** A meaning, null when the words leave it open, undefined when the rule does not speak of them. */
type Rule = (status: StatusWords) => StatusMeaning | null | undefined;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that change nothing in what an order is. */
const fillers = setOf(
  "order orders comanda pedido commande bestellung fully full all completely successfully successful ok manually auto automatically automatic and the was is been has by to customer client buyer user admin package parcel colet goods cod cu de catre",
);
const whoCancels = new Set([
  ...fillers,
  ...setOf(
    "shop store seller vendor system from at upon after before duplicate spam fraud fake unpaid expired",
  ),
]);
/** Where a parcel waits that could not be handed over: the courier has it still. */
const depots = setOf("depot depots hub branch station depozit deposito dispecerat sucursal filiala");
const whereBack = new Set([
  ...fillers,
  ...setOf(
    "sender seller shop store origin warehouse merchant vendor us courier from received back in on item items",
  ),
]);

/** What is spoken of when it is not this order's parcel: nothing was shipped because a sample was. */
const otherThings = setOf(
  "invoice subscription quote sample samples label awb stock backorder email mail sms message item items product products supplier vendor warehouse replacement",
);
const trouble = setOf("lost damaged broken stuck wrong error problem issue back dispute disputed claim");

const underWay = [
  "in transit",
  "on the way",
  "on its way",
  "on way",
  "en route",
  "en camino",
  "in livrare",
  "in delivery",
  "with courier",
  "with carrier",
  "in curs de livrare",
  "en reparto",
  "en transito",
  "in consegna",
  "em transito",
  "saiu para entrega",
  "unterwegs",
  "in zustellung",
  "en cours de livraison",
  "w drodze",
  "w doreczeniu",
  "na ceste",
  "yolda",
];
const handedOver = [
  "handed over",
  "handed to courier",
  "given to courier",
  "picked up by courier",
  "collected by courier",
  "predat curierului",
  "predat curier",
];
const toBuyer = setOf(
  "the customer customers client buyer user home address door you courier couriers carrier carriers post locker pickup",
);
const blocking: WordKind[] = ["negation", "notYet", "request", "failed", "refused"];
const leaving: WordKind[] = ["shipping", "shipped", "delivering", "delivered", "transit"];

const rules: Rule[] = [
  refunds,
  cancellations,
  returns,
  failedDeliveries,
  payments,
  whatIsToCome,
  underWayRule,
  deliveries,
  shipments,
  packing,
  completion,
];

function refunds(status: StatusWords) {
  if (!status.has("refunding", "refunded")) return undefined;
  return status.isOnly(["refunded", "cancelled", "returned"], fillers) ? "refunded" : null;
}

/** A request to cancel is a question: nothing is cancelled yet. */
function cancellations(status: StatusWords) {
  if (!status.has("cancelled", "cancelling")) return undefined;
  if (status.has("negation", "failed", "refused", "returned", "paying") || status.names(otherThings))
    return null;
  if (status.has("cancelled") && status.says("by") && status.isOnly(["cancelled", "request"], whoCancels))
    return "cancelled";
  if (status.has("request", "notYet", "asking")) return "cancel_requested";
  return status.has("cancelled") && status.isOnly(["cancelled"], whoCancels) ? "cancelled" : null;
}

/** A courier that sends a parcel back (RTO) has given up; a buyer who may return one has not yet. */
function returns(status: StatusWords) {
  if (!status.has("returned") || isBackAtDepot(status)) return undefined;
  if (status.has("negation", "request", "partial", "refused")) return null;
  if (status.names(setOf("rto rts"))) return "returned";
  const isDone = status.isOnly(
    ["returned", "undelivered", "delivered", "delivering", "failed", "transit", "shipped", "completed"],
    whereBack,
  );
  const hasFailed = status.has("failed") && !status.has("delivering", "delivered");
  return isDone && !hasFailed ? "returned" : null;
}

function failedDeliveries(status: StatusWords) {
  if (status.has("undelivered")) return status.has("negation", "notYet") ? null : "delivery_failed";
  if (isBackAtDepot(status)) return "delivery_failed";
  if (!status.has("delivering", "delivered") || status.has("notYet", "paying")) return undefined;
  if (status.hasNextTo("negation", "delivered")) return "delivery_failed";
  return status.has("failed", "refused") && !status.has("negation") ? "delivery_failed" : undefined;
}

/** "returned-to-depot", "back-at-hub": it goes out once more, if the buyer is reached. */
function isBackAtDepot(status: StatusWords): boolean {
  const isBack = status.has("returned") || status.says("back");
  return isBack && status.names(depots) && !status.has("negation", "request", "partial", "refused");
}

function payments(status: StatusWords) {
  if (!status.has("paying")) return undefined;
  if (status.has("shipped", "delivered", "transit", "completed")) return null;
  return status.has("notYet", "negation", "request") ? "pending" : undefined;
}

/** What is to come, was asked for or did not happen: the parcel is still at the shop. */
function whatIsToCome(status: StatusWords) {
  if (status.has("asking") && status.has("notYet", "request")) return "pending";
  if (status.has("unshipped")) return status.has(...blocking) ? null : "processing";
  if (isAhead(status)) return status.has("failed", "refused") ? null : "processing";
  if (!status.has(...leaving) || !status.has(...blocking)) return undefined;
  if (status.has("failed", "refused") || status.isBefore(["shipped", "delivered"], blocking)) return null;
  return status.has("notYet", "request") || status.isBefore(["negation"], leaving) ? "processing" : null;
}

/** "ready", "ready-for-pickup", "schedule-for-…", "to-ship", "to-be-shipped". */
function isAhead(status: StatusWords): boolean {
  const [first = "", second] = status.words;
  if (first === "ready" && second === undefined) return true;
  if (isOf(first, "notYet") && (second === "for" || second === "to")) return true;
  return status.has(...leaving) && (first === "to" || status.says("to be"));
}

function underWayRule(status: StatusWords) {
  if (!isOfThisParcel(status) || status.has("negation", "notYet", "request")) return undefined;
  if (status.says("out for delivery") || status.says("out for deliver")) return "in_transit";
  const isMoving = underWay.some((phrase) => status.says(phrase)) || status.isOnly(["transit"], fillers);
  return isMoving || (status.says("delivering") && status.isOnly(["delivering"], fillers))
    ? "in_transit"
    : undefined;
}

/** Who got it decides whether it was delivered. */
function deliveries(status: StatusWords) {
  if (!status.has("delivered")) return undefined;
  if (status.has("partial")) return null;
  if (status.says("to courier") || status.says("to carrier")) return "shipped";
  return status.isOnly(["delivered"], fillers) ? "delivered" : null;
}

function shipments(status: StatusWords) {
  const isHandedOver = handedOver.some((phrase) => status.says(phrase));
  if (!isHandedOver && !status.has("shipped")) return undefined;
  return isOfThisParcel(status) && !isSentElsewhere(status) ? "shipped" : null;
}

/** "sent-to-kitchen", "sent-to-factory": whatever goes there, it does not go to the buyer. */
function isSentElsewhere({ words }: StatusWords): boolean {
  const where = words[words.indexOf("to") + 1];
  return words.includes("to") && where !== undefined && !toBuyer.has(where);
}

function packing(status: StatusWords) {
  if (!status.has("packing")) return undefined;
  return status.has("negation", "refused", "failed", "delivering", "delivered", "returned")
    ? null
    : "processing";
}

function completion(status: StatusWords) {
  return status.has("completed") && status.isOnly(["completed"], fillers) ? "delivered" : undefined;
}

function isOfThisParcel(status: StatusWords): boolean {
  return !status.names(otherThings) && !status.names(trouble) && !status.has("paying");
}
