import type { Session } from "#lib/base/auth/session.ts";
import { plainAmount } from "#lib/base/money/plain.ts";
import { addressColumns } from "#lib/export/address-columns.ts";
import { chosenColumns, columnIds, columnsFor } from "#lib/export/columns.ts";
import { orderExtras } from "#lib/export/order-extras.ts";
import type { ExportedLead } from "#lib/export/rows.ts";

const { text, number, phone, textForAll } = columnsFor<ExportedLead>();

/** What an export can say of a lead. */
const columns = [
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
];

/** The columns of leads that the person wants; see `chosenColumns`. */
export function leadColumns(session: Session, chosen: readonly string[] = []) {
  return chosenColumns(columns, session, chosen);
}

/** The columns of leads that the person can choose from. */
export function leadColumnIds(session: Session) {
  return columnIds(columns, session);
}
