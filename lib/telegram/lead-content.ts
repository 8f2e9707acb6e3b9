import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { primaryItem } from "#lib/orders/amounts.ts";
import { factsSelect, loadFacts } from "#lib/orders/facts.ts";
import type { NewLeadAlert } from "#lib/telegram/new-lead-message.ts";

/** What only an order tells. */
const enteredByHand: Omit<NewLeadAlert, "leadId" | "isTest" | "buyer" | "phone"> = {
  city: null,
  storeName: null,
  orderNumber: null,
  paymentKind: "unknown",
  total: null,
  due: "0",
  currency: "",
  note: null,
  shippingMethod: null,
  attributes: [],
  items: [],
  otherItems: 0,
};

/** What a message tells of a lead; null when there is no such lead. */
export async function loadLeadContent(tx: Transaction, leadId: string): Promise<NewLeadAlert | null> {
  const lead = await tx.lead.findUnique({
    where: { id: leadId },
    select: {
      isTest: true,
      name: true,
      phone: true,
      integration: { select: { name: true } },
      order: { select: { ...factsSelect, shippingCity: true } },
    },
  });
  if (!lead) return null;
  const buyer = { leadId, isTest: lead.isTest, buyer: lead.name, phone: lead.phone };
  if (!lead.order) return { ...buyer, ...enteredByHand };
  const facts = await loadFacts(tx, lead.order);
  const items = facts.items.map(({ price, ...item }) => ({ ...item, pricePerUnit: price }));
  const first = primaryItem(items);
  return {
    ...buyer,
    city: lead.order.shippingCity,
    storeName: lead.integration?.name ?? "",
    orderNumber: facts.number,
    paymentKind: facts.paymentKind,
    total: facts.currentTotal,
    due: facts.due,
    currency: facts.currency,
    note: facts.note,
    shippingMethod: facts.shippingMethod,
    attributes: facts.attributes,
    items: first ? [first, ...items.filter((item) => item !== first)] : [],
    otherItems: facts.more?.count ?? 0,
  };
}
