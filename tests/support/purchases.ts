import { randomUUID } from "node:crypto";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { CodStatus, KpiStatus, OrderStatus, PaymentStatus } from "#lib/sales/statuses.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, type Person, randomName, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";

/** A member, as the session of a signed-in person. */
export interface Member extends Session {
  person: Person;
}

/** A member whose days are those of Bucharest. */
export async function signIn(workspace: Workspace, role: Role, name: string = role): Promise<Member> {
  const person = await createMember(workspace, role, name);
  return {
    person,
    userId: person.userId,
    email: person.email,
    name,
    aal: "aal1",
    locale: "en",
    timezone: "Europe/Bucharest",
    timeFormat: "24h",
    role,
    workspace: { ...workspace, currency: "EUR", timezone: "Europe/Bucharest" },
  };
}

export interface Buyer {
  name?: string;
  email?: string | null;
  phone?: string | null;
  street?: string;
  city?: string;
  createdAt?: string;
  storeValues?: Record<string, string>;
}

/** A customer as the ingest pipeline would write it. */
export async function createBuyer(workspace: Workspace, buyer: Buyer): Promise<string> {
  const id = randomUUID();
  const { name = "Ana Pop", email = null, phone = null, street = null, city = null } = buyer;
  await insert("customers", {
    id,
    workspace_id: workspace.id,
    name,
    email,
    phone,
    street,
    city,
    store_values: JSON.stringify(buyer.storeValues ?? { name, email, phone }),
    created_at: new Date(buyer.createdAt ?? "2025-03-01T10:00:00Z"),
  });
  return id;
}

export interface Purchase {
  storeId: string;
  /** The owner of the store. */
  owner: Pick<Session, "userId">;
  /** The seller credited; the owner unless said otherwise. */
  credited?: Pick<Session, "userId">;
  /** The seller who works the lead; the one who is credited unless said otherwise. */
  assignee?: Pick<Session, "userId">;
  customerId: string | null;
  number: string;
  orderedAt: string;
  status?: OrderStatus;
  payment?: PaymentStatus;
  total?: string;
  currency?: string;
  kpi?: KpiStatus;
  cod?: CodStatus;
  isTest?: boolean;
  /** The buyer as the order says it; the customer's own when left out. */
  name?: string | null;
  phone?: string | null;
  email?: string | null;
}

/** An order with its lead, as the ingest pipeline would write them. */
export async function createPurchase(
  workspace: Workspace,
  purchase: Purchase,
): Promise<{ orderId: string; leadId: string }> {
  const [orderId, leadId] = [randomUUID(), randomUUID()];
  const {
    owner,
    credited = owner,
    assignee = credited,
    total = "20.000",
    orderedAt,
    isTest = false,
  } = purchase;
  const buyer = await buyerOf(purchase.customerId);
  const shared = { workspace_id: workspace.id, integration_id: purchase.storeId, is_test: isTest };
  await insert("orders", {
    ...shared,
    id: orderId,
    user_id: credited.userId,
    customer_id: purchase.customerId,
    external_order_id: randomName(),
    order_number: purchase.number,
    status: purchase.status ?? "pending",
    payment_status: purchase.payment ?? "pending",
    fulfillment_status: "unfulfilled",
    payment_kind: "cash_on_delivery",
    currency: purchase.currency ?? "RON",
    total_amount: total,
    current_total_amount: total,
    order_created_at: new Date(orderedAt),
    external_updated_at: new Date(orderedAt),
    shipping_street: buyer.street,
    shipping_city: buyer.city,
  });
  await insert("crm_leads", {
    ...shared,
    id: leadId,
    order_id: orderId,
    user_id: assignee.userId,
    customer_id: purchase.customerId,
    name: purchase.name === undefined ? buyer.name : purchase.name,
    phone: purchase.phone === undefined ? buyer.phone : purchase.phone,
    email: purchase.email === undefined ? buyer.email : purchase.email,
    source: "shopify",
    cod_status: purchase.cod ?? "pending",
    kpi_status: purchase.kpi ?? "waiting",
    arrived_at: new Date(orderedAt),
  });
  await asOwner("select astra.refresh_customers(array[$1]::uuid[])", [purchase.customerId]);
  return { orderId, leadId };
}

type Named = Record<"name" | "email" | "phone" | "street" | "city", string | null>;

async function buyerOf(customerId: string | null): Promise<Named> {
  const [buyer] = await asOwner<Named>(
    "select name, email, phone, street, city from customers where id = $1",
    [customerId],
  );
  return buyer ?? { name: null, email: null, phone: null, street: null, city: null };
}
