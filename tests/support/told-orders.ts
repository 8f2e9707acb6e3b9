import { forSystem } from "#lib/base/db/access.ts";
import { recordOrder } from "#lib/ingest/record.ts";
import type { OrderChange, StoreContact, StoreOrder } from "#lib/platforms/platform.ts";
import type { Person, Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

/** A store as the ingest pipeline sees it. */
export interface TellingStore extends Store {
  workspaceId: string;
  /** The present owner. */
  userId: string;
}

/** A new store of a seller, which tells of orders below. */
export async function openStore(workspace: Workspace, owner: Pick<Person, "userId">): Promise<TellingStore> {
  return { ...(await createStore(workspace, owner)), workspaceId: workspace.id, userId: owner.userId };
}

const nobody: StoreContact = {
  name: null,
  email: null,
  phone: null,
  street: null,
  city: null,
  region: null,
  zip: null,
  country: null,
};

/** What a test says of an order: its id, and who it is for. */
export interface Told {
  id: string;
  buyer: Partial<StoreContact>;
  /** The buyer when left out. */
  recipient?: Partial<StoreContact>;
  externalCustomerId?: string;
  createdAt?: Date;
  updatedAt?: Date;
  change?: OrderChange;
  currency?: string;
  isPaid?: boolean;
  otherPhones?: string[];
  company?: string;
  trackingNumbers?: string[];
}

/** Lets a store tell of an order as its reader would, whatever the platform; answers the order's rows. */
export async function tellOrder(
  store: TellingStore,
  told: Told,
): Promise<{ orderId: string; leadId: string; customerId: string | null }> {
  const { change = "created" } = told;
  return forSystem(async (tx) => {
    await recordOrder(
      tx,
      { integrationId: store.id, name: store.domain, defaultCountry: "RO", ...store },
      storeOrder(told),
      { change, receivedAt: new Date() },
    );
    const { id, customerId, lead } = await tx.order.findUniqueOrThrow({
      where: { integrationId_externalOrderId: { integrationId: store.id, externalOrderId: told.id } },
      select: { id: true, customerId: true, lead: { select: { id: true } } },
    });
    if (!lead) throw new Error("The order has no lead.");
    return { orderId: id, leadId: lead.id, customerId };
  });
}

function storeOrder({ id, buyer, recipient, currency = "RON", isPaid = false, ...told }: Told): StoreOrder {
  const createdAt = told.createdAt ?? new Date("2026-03-02T10:00:00Z");
  return {
    externalId: id,
    parent: null,
    externalCustomerId: told.externalCustomerId ?? null,
    number: `#${id}`,
    status: "pending",
    storeStatus: null,
    callReason: null,
    paymentStatus: isPaid ? "paid" : "pending",
    fulfillmentStatus: "unfulfilled",
    shipment: "none",
    gateways: [],
    payment: isPaid ? "prepaid" : "cash_on_delivery",
    isTest: false,
    currency,
    total: "20.00",
    isTotalAsPlaced: true,
    currentTotal: "20.00",
    amounts: { shipping: null, tax: null, discount: null, fees: null, taxesIncluded: null },
    received: isPaid ? "20.00" : "0",
    due: isPaid ? "0" : "20.00",
    buyerMoney: null,
    refunds: [],
    buyer: { ...nobody, ...buyer },
    recipient: { ...nobody, ...buyer, ...recipient },
    otherPhones: told.otherPhones ?? [],
    company: told.company ?? null,
    taxNumber: null,
    note: null,
    attributes: [],
    shippingMethod: null,
    trackingNumbers: told.trackingNumbers ?? [],
    items: [],
    createdAt,
    updatedAt: told.updatedAt ?? createdAt,
    notUnderstood: [],
  };
}
