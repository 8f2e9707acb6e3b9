import type { Session } from "#lib/auth/session.ts";
import type { CustomerRow } from "#lib/customers/queries.ts";
import { number, text, writerFor } from "#lib/export/columns.ts";
import type { Column } from "#lib/export/csv.ts";
import { plainAmount } from "#lib/money/plain.ts";

/** What an export says of a customer; to a seller the list tells only of the seller's own orders. */
export async function customerColumns(session: Session): Promise<Column<CustomerRow>[]> {
  const { t, time } = await writerFor(session);
  const { currency } = session.workspace;
  return [
    text(t("export.columns.created"), (customer) => time(customer.createdAt)),
    text(t("export.columns.customer"), (customer) => customer.name),
    text(t("export.columns.email"), (customer) => customer.email),
    text(t("export.columns.phone"), (customer) => customer.phone),
    number(t("export.columns.orders"), (customer) => String(customer.orders)),
    number(t("export.columns.spent"), ({ spent }) => plainAmount(spent[currency] ?? "0", currency)),
    text(t("export.columns.currency"), () => currency),
    text(t("export.columns.spentOtherwise"), ({ spent }) => inOtherCurrencies(spent, currency)),
    text(t("export.columns.lastOrder"), ({ lastOrderAt }) => lastOrderAt && time(lastOrderAt)),
  ];
}

/** Unlike currencies are never added up: "120.00 RON; 30.00 HUF". */
function inOtherCurrencies(spent: CustomerRow["spent"], own: string): string | null {
  const amounts = Object.entries(spent)
    .filter(([currency]) => currency !== own)
    .map(([currency, amount]) => `${plainAmount(amount, currency)} ${currency}`);
  return amounts.join("; ") || null;
}
