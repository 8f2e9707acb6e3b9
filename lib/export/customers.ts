import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { plainAmount } from "#lib/base/money/plain.ts";
import { customerList } from "#lib/customers/list.ts";
import type { Address } from "#lib/customers/model.ts";
import { type CustomerRow, listCustomers } from "#lib/customers/queries.ts";
import { addressColumns } from "#lib/export/address-columns.ts";
import { columnsFor } from "#lib/export/columns.ts";
import { defineExport } from "#lib/export/define.ts";

type ExportedCustomer = CustomerRow & { address: Address };

const { text, number, phone } = columnsFor<ExportedCustomer>();

/** The customers list as a file; to a seller the list tells only of the seller's own orders. */
export const customerExport = defineExport({
  list: customerList,
  read: listCustomers,
  loadMore: loadAddresses,
  columns: [
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
  ],
});

const address = {
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
} satisfies Prisma.CustomerSelect;

async function loadAddresses(tx: Transaction, session: Session, id: { in: string[] }) {
  if (seesEverything(session.role)) {
    const found = await tx.customer.findMany({ where: { id }, select: { id: true, ...address } });
    return found.map((one) => ({ id: one.id, address: one }));
  }
  const known = { userId: session.userId, customerId: id };
  const found = await tx.customerContact.findMany({ where: known, select: { customerId: true, ...address } });
  return found.map(({ customerId, ...one }) => ({ id: customerId, address: one }));
}

/** Unlike currencies are never added up: "120.00 RON; 30.00 HUF". */
function inOtherCurrencies(spent: CustomerRow["spent"], own: string): string | null {
  const amounts = Object.entries(spent)
    .filter(([currency]) => currency !== own)
    .map(([currency, amount]) => `${plainAmount(amount, currency)} ${currency}`.trim());
  return amounts.join("; ") || null;
}
