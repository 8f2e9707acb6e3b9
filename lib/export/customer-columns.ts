import type { Session } from "#lib/base/auth/session.ts";
import { plainAmount } from "#lib/base/money/plain.ts";
import { addressColumns } from "#lib/export/address-columns.ts";
import { chosenColumns, columnIds, columnsFor } from "#lib/export/columns.ts";
import type { ExportedCustomer } from "#lib/export/rows.ts";

const { text, number, phone } = columnsFor<ExportedCustomer>();

/** What an export can say of a customer; to a seller the list tells only of the seller's own orders. */
const columns = [
  text("created", (customer, { time }) => time(customer.createdAt)),
  text("customer", (customer) => customer.name),
  text("email", (customer) => customer.email),
  phone("phone", (customer) => customer.phone),
  ...addressColumns<ExportedCustomer>(({ address }) => address),
  number("orders", (customer) => String(customer.orders)),
  number("spent", ({ spent }, { currency }) => plainAmount(spent[currency] ?? "0", currency)),
  text("currency", (_, { currency }) => currency),
  text("spentOtherwise", ({ spent }, { currency }) => inOtherCurrencies(spent, currency)),
  text("lastOrder", ({ lastOrderAt }, { time }) => lastOrderAt && time(lastOrderAt)),
];

/** The columns of customers that the person wants; see `chosenColumns`. */
export function customerColumns(session: Session, chosen: readonly string[] = []) {
  return chosenColumns(columns, session, chosen);
}

/** The columns of customers that the person can choose from. */
export function customerColumnIds(session: Session) {
  return columnIds(columns, session);
}

/** Unlike currencies are never added up: "120.00 RON; 30.00 HUF". */
function inOtherCurrencies(spent: ExportedCustomer["spent"], own: string): string | null {
  const amounts = Object.entries(spent)
    .filter(([currency]) => currency !== own)
    .map(([currency, amount]) => `${plainAmount(amount, currency)} ${currency}`.trim());
  return amounts.join("; ") || null;
}
