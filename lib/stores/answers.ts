import { methodKey, paymentKindOf } from "#lib/platforms/payment-kind.ts";
import type { PaymentKind, StatusMeaning } from "#lib/sales/statuses.ts";

/** What a store's owner has said of how its orders are to be read. */
export interface StoreAnswers {
  /** Names, or parts of names, that mean cash on delivery. */
  codGateways: string[];
  /** By `methodKey`; "" is "no method named". */
  paymentMethods: Record<string, PaymentKind>;
  /** By the store's own word. */
  statusMap: Record<string, StatusMeaning>;
}

/** Orders of one store that say the same of method and status. */
export interface OrderGroup {
  gateways: string[];
  storeStatus: string | null;
  isPaymentUnknown: boolean;
  isStatusUnknown: boolean;
  orders: number;
}

/** Whether orders may read otherwise by what the owner says now, or were left unknown although it is known. */
export function mayReadOtherwise(group: OrderGroup, before: StoreAnswers, now: StoreAnswers): boolean {
  const { gateways, storeStatus } = group;
  const methods = gateways.length === 0 ? [[]] : gateways.map((name) => [name]);
  const isOtherwisePaid = methods.some((names) => paymentKindOf(names, before) !== paymentKindOf(names, now));
  if (isOtherwisePaid || (group.isPaymentUnknown && paymentKindOf(gateways, now) !== "unknown")) return true;
  if (storeStatus === null) return false;
  const meaning = meaningIn(now, storeStatus);
  return meaning !== meaningIn(before, storeStatus) || (group.isStatusUnknown && meaning !== null);
}

/** What the owner says that a status means; null when nothing. */
export function meaningIn({ statusMap }: StoreAnswers, status: string): StatusMeaning | null {
  return Object.hasOwn(statusMap, status) ? (statusMap[status] ?? null) : null;
}

/** A payment method that nobody knows. */
export interface PaymentQuestion {
  /** The names that it goes by, the one for people last; none for orders that name no method. */
  names: string[];
  orders: number;
}

/**
 * What to ask about orders whose payment is unknown, the most orders first. A method that goes by several names (an id and a title) is
 * asked about once; orders that share a name with a question count with it.
 */
export function paymentQuestions(
  unknown: { gateways: string[]; orders: number }[],
  answers: StoreAnswers,
): PaymentQuestion[] {
  const isUnknown = (names: string[]) => paymentKindOf(names, answers) === "unknown";
  const groups = unknown
    .filter(({ gateways }) => isUnknown(gateways))
    .map(({ gateways, orders }) => ({ names: named(gateways).filter((name) => isUnknown([name])), orders }))
    .sort((one, other) => one.names.length - other.names.length || other.orders - one.orders);
  const byKey = new Map<string, PaymentQuestion>();
  for (const { names, orders } of groups) {
    const keys = methodKeys(names);
    const question = keys.map((key) => byKey.get(key)).find((asked) => asked !== undefined);
    if (question) question.orders += orders;
    const asked = question ?? { names, orders };
    for (const key of keys.filter((one) => !byKey.has(one))) byKey.set(key, asked);
  }
  return [...new Set(byKey.values())].sort((one, other) => other.orders - one.orders);
}

/** The keys under which an answer about a method is kept. */
export function methodKeys(names: string[]): string[] {
  return names.length === 0 ? [""] : [...new Set(names.map(methodKey))];
}

/** An answer about a method, as it is shown. */
export interface ShownAnswer {
  names: string[];
  kind: PaymentKind;
}

/**
 * The owner's answers about methods by the names that orders give them, each once for all names of a method; those that no order names
 * any more by their keys.
 */
export function shownAnswers(
  paymentMethods: StoreAnswers["paymentMethods"],
  orders: { gateways: string[] }[],
): ShownAnswer[] {
  const left = new Map(Object.entries(paymentMethods));
  const shown: ShownAnswer[] = [];
  const methods = [
    ...orders.map(({ gateways }) => named(gateways)),
    ...[...left.keys()].map((key) => named([key])),
  ];
  for (const method of methods) {
    const names = method.filter((name) => left.has(methodKey(name)));
    const [key = ""] = methodKeys(names);
    const kind = names.length === method.length || key !== "" ? left.get(key) : undefined;
    if (!kind) continue;
    shown.push({ names, kind });
    for (const said of methodKeys(names)) left.delete(said);
  }
  return shown;
}

/** The names that say anything, each once. */
function named(gateways: string[]): string[] {
  const byKey = new Map(gateways.map((name) => [methodKey(name), name]));
  byKey.delete("");
  return [...byKey.values()];
}
