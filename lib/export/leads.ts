import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { plainAmount } from "#lib/base/money/plain.ts";
import { loadContacts } from "#lib/customers/contacts.ts";
import { addressColumns } from "#lib/export/address-columns.ts";
import { columnsFor } from "#lib/export/columns.ts";
import { defineExport } from "#lib/export/define.ts";
import { orderExtras } from "#lib/export/order-extras.ts";
import { contactOf, contactSelect } from "#lib/leads/contact.ts";
import { leadList } from "#lib/leads/list.ts";
import { type LeadRow, listLeads } from "#lib/leads/queries.ts";
import { factsSelect, loadFacts, type OrderFacts } from "#lib/orders/facts.ts";

type More = { contact: ReturnType<typeof contactOf>; order: OrderFacts | null };
type ExportedLead = LeadRow & More;

const { text, number, phone, textForAll } = columnsFor<ExportedLead>();

/** The leads list as a file. */
export const leadExport = defineExport({
  list: leadList,
  read: listLeads,
  loadMore: loadContactsAndOrders,
  columns: [
    text("arrived", (lead, { time }) => time(lead.arrivedAt)),
    text("order", (lead) => lead.orderNumber),
    text("customer", (lead) => lead.customerName),
    phone("phone", (lead) => lead.phone),
    ...addressColumns<ExportedLead>(({ contact }) => contact),
    text("item", (lead) => lead.itemName),
    text("sku", (lead) => lead.itemSku),
    number("otherItems", (lead) => String(lead.otherItems)),
    number("total", ({ total, currency }) => total && plainAmount(total, currency ?? "")),
    text("currency", (lead) => lead.currency),
    ...orderExtras<ExportedLead>(({ order }) => order),
    text("store", (lead) => lead.storeName),
    textForAll("seller", (lead) => lead.sellerName),
    text("codStatus", (lead, { t }) => t(`statuses.cod.${lead.codStatus}`)),
    text("logisticStatus", (lead, { t }) => t(`statuses.logistic.${lead.logisticStatus}`)),
    text("kpiStatus", (lead, { t }) => t(`statuses.kpi.${lead.kpiStatus}`)),
    number("callAttempts", (lead) => String(lead.callAttempts)),
    text("callBackAt", (lead, { time }) => lead.callBackAt && time(lead.callBackAt)),
    text("source", (lead, { t }) => t(`leads.source.${lead.source}`)),
    text("tags", (lead) => lead.tags.map(({ name }) => name).join(", ") || null),
    text("test", (lead, { t }) => (lead.isTest ? t("export.yes") : null)),
  ],
});

const select = {
  id: true,
  ...contactSelect,
  order: { select: { ...contactSelect.order.select, ...factsSelect } },
} satisfies Prisma.LeadSelect;

async function loadContactsAndOrders(tx: Transaction, session: Session, id: { in: string[] }) {
  const found = await tx.lead.findMany({ where: { id }, select });
  const known = await loadContacts(tx, session, found);
  const more: (More & { id: string })[] = [];
  for (const one of found) {
    const facts = one.order && (await loadFacts(tx, one.order));
    more.push({ id: one.id, contact: contactOf(one, known(one)), order: facts });
  }
  return more;
}
