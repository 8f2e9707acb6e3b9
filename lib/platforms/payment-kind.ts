import { meansCashOnDelivery } from "#lib/platforms/payment-names/cash-on-delivery.ts";
import { meansPayLater } from "#lib/platforms/payment-names/pay-later.ts";
import { plainName } from "#lib/platforms/payment-names/plain.ts";
import { prepaidSigns } from "#lib/platforms/payment-names/prepaid.ts";
import type { PaymentKind } from "#lib/sales/statuses.ts";

/** What the store's owner has said of payment methods, beside what Astra knows. */
export interface PaymentAnswers {
  /** Names, or parts of names, that mean cash on delivery. */
  codGateways: readonly string[];
  /** By `methodKey`; "" is "no method named". */
  paymentMethods: Readonly<Record<string, PaymentKind>>;
}

/** The key under which an answer about a method is kept: the same however its name is written. "" when it has neither letter nor digit. */
export function methodKey(name: string): string {
  return plainName(name);
}

/**
 * What kind of payment the methods' names mean; "unknown" when nobody knows, or when a name can be read in two ways. The owner's answers
 * win over Astra's tables. Of several methods cash on delivery wins, then pay later; prepaid are only all of them together.
 *
 * @param gateways the order's payment methods as the store names them
 */
export function paymentKindOf(gateways: readonly string[], answers: PaymentAnswers): PaymentKind {
  const named = gateways.filter((name) => methodKey(name) !== "");
  if (named.length === 0) return answerOf("", answers) ?? "unknown";
  const kinds = named.map((name) => answerOf(methodKey(name), answers) ?? kindOf(name));
  if (kinds.includes("cash_on_delivery")) return "cash_on_delivery";
  if (kinds.includes("pay_later")) return "pay_later";
  return kinds.every((kind) => kind === "prepaid") ? "prepaid" : "unknown";
}

function answerOf(key: string, { codGateways, paymentMethods }: PaymentAnswers): PaymentKind | undefined {
  if (Object.hasOwn(paymentMethods, key)) return paymentMethods[key];
  const parts = codGateways.map(methodKey).filter((part) => part !== "");
  return parts.some((part) => ` ${key} `.includes(` ${part} `)) ? "cash_on_delivery" : undefined;
}

/** What Astra's tables say of a name. */
function kindOf(name: string): PaymentKind {
  if (meansCashOnDelivery(name)) return "cash_on_delivery";
  const { isFinanced, isPrepaid } = prepaidSigns(name);
  if (isFinanced) return "prepaid";
  if (meansPayLater(name)) return "pay_later";
  return isPrepaid ? "prepaid" : "unknown";
}
