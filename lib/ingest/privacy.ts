import "server-only";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import type { Transaction } from "#lib/db/access.ts";
import type { Outcome } from "#lib/ingest/process.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { personalEventTypes } from "#lib/leads/events.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";

/** Shopify wants privacy requests done within 30 days. Source: "Privacy law compliance". */
const daysToAnswer = 30;

/** The reason given for deliveries that were never worked in and whose payload was removed. */
export const redactedReason = "The buyer's data was removed, as the store asked.";

/**
 * Honours a privacy request. A redaction removes the person's data from the orders, leads, timelines and kept deliveries of the
 * store that asks, and from the customer unless another store sold to the same person; the figures stay. A data request is
 * noted, with what there is to hand over.
 */
export async function handlePrivacyRequest(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  receivedAt: Date,
): Promise<Outcome> {
  const orders = await findOrders(tx, store, request);
  const dueAt = new Date(receivedAt.getTime() + daysToAnswer * 86_400_000);
  const isRedaction = request.kind !== "data_request";
  if (isRedaction) await redact(tx, store, request, orders);
  const event = isRedaction
    ? { type: "redacted", details: {} }
    : { type: "data_requested", details: { dueAt: dueAt.toISOString() } };
  const leadIds = orders.map((order) => order.lead?.id).filter((id) => id !== undefined);
  await tx.leadEvent.createMany({ data: leadIds.map((leadId) => ({ leadId, ...event })) });
  await tx.privacyRequest.create({
    data: {
      integrationId: store.integrationId,
      kind: request.kind,
      externalCustomerId: request.externalCustomerId,
      dueAt,
      completedAt: isRedaction ? new Date() : null,
      details: { orders: orders.length },
    },
  });
  const subject = request.externalCustomerId && `customer:${request.externalCustomerId}`;
  return { status: "processed", dropsPayload: isRedaction, ...(subject && { subject }) };
}

/**
 * Honours an erasure that a store did itself, order by order: nobody else of that name or phone is touched, and an order that was never
 * seen makes no lead.
 */
export async function eraseOrder(
  tx: Transaction,
  store: RecordingStore,
  externalOrderId: string,
  receivedAt: Date,
): Promise<Outcome> {
  const subject = `order:${externalOrderId}`;
  const request: StorePrivacyRequest = {
    kind: "redact_customer",
    externalCustomerId: null,
    email: null,
    phone: null,
    externalOrderIds: [externalOrderId],
  };
  const isKnown = await tx.order.count({
    where: { integrationId: store.integrationId, externalOrderId, redactedAt: null },
  });
  if (!isKnown) return { status: "ignored", reason: redactedReason, subject, dropsPayload: true };
  return { ...(await handlePrivacyRequest(tx, store, request, receivedAt)), subject };
}

function findOrders(tx: Transaction, store: RecordingStore, request: StorePrivacyRequest) {
  const email = normaliseEmail(request.email);
  const phone = normalisePhone(request.phone, null);
  const ofPerson = [
    ...(request.externalCustomerId ? [{ externalCustomerId: request.externalCustomerId }] : []),
    ...(email ? [{ customer: { email: { equals: email, mode: "insensitive" as const } } }] : []),
    ...(phone ? [{ customer: { phone } }] : []),
    { externalOrderId: { in: request.externalOrderIds } },
  ];
  return tx.order.findMany({
    where: { integrationId: store.integrationId, ...(request.kind !== "redact_shop" && { OR: ofPerson }) },
    select: { id: true, externalOrderId: true, customerId: true, lead: { select: { id: true } } },
  });
}

type FoundOrder = Awaited<ReturnType<typeof findOrders>>[number];

async function redact(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  orders: FoundOrder[],
): Promise<void> {
  const orderIds = orders.map((order) => order.id);
  const redactedAt = new Date();
  await tx.order.updateMany({
    where: { id: { in: orderIds } },
    data: {
      externalCustomerId: null,
      shippingName: null,
      shippingEmail: null,
      shippingPhone: null,
      shippingStreet: null,
      shippingCity: null,
      shippingRegion: null,
      shippingZip: null,
      shippingCountry: null,
      note: null,
      attributes: [],
      company: null,
      taxNumber: null,
      otherPhones: [],
      redactedAt,
    },
  });
  await tx.orderItem.updateMany({ where: { orderId: { in: orderIds } }, data: { attributes: [] } });
  await tx.lead.updateMany({
    where: { orderId: { in: orderIds } },
    data: { name: null, email: null, phone: null },
  });
  await tx.leadEvent.updateMany({
    where: { lead: { orderId: { in: orderIds } }, type: { in: personalEventTypes } },
    data: { details: {} },
  });
  await redactCustomers(tx, store, orders, redactedAt);
  await redactDeliveries(tx, store, request, orders);
}

/** A customer whom no other store knows loses everything; one whom another store sold to stays that store's customer. */
async function redactCustomers(
  tx: Transaction,
  store: RecordingStore,
  orders: FoundOrder[],
  redactedAt: Date,
): Promise<void> {
  const customerIds = [...new Set(orders.map((order) => order.customerId).filter((id) => id !== null))];
  const orderIds = orders.map((order) => order.id);
  const erased = {
    name: null,
    email: null,
    phone: null,
    street: null,
    city: null,
    region: null,
    zip: null,
    country: null,
    storeValues: {},
    corrections: {},
    redactedAt,
  };
  await tx.customer.updateMany({
    where: {
      id: { in: customerIds },
      workspaceId: store.workspaceId,
      orders: { none: { id: { notIn: orderIds }, redactedAt: null } },
    },
    data: erased,
  });
  await tx.customer.updateMany({
    where: { mergedInto: { id: { in: customerIds }, redactedAt } },
    data: erased,
  });
  await tx.order.updateMany({ where: { id: { in: orderIds } }, data: { customerId: null } });
  await tx.lead.updateMany({ where: { orderId: { in: orderIds } }, data: { customerId: null } });
  await tx.$executeRaw`
    delete from customer_sellers known
    where customer_id = any (${customerIds}::uuid[])
      and not exists (
        select 1 from orders "order"
        where "order".customer_id = known.customer_id
          and ("order".user_id = known.user_id
            or "order".integration_id in (select id from integrations where user_id = known.user_id))
      )`;
}

/**
 * The kept payloads carry the person's data too: those of the orders, of the customer, and any that names the e-mail or phone. One
 * that was never read is told by the ids in it. What is emptied can't be worked in any more.
 */
async function redactDeliveries(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  orders: FoundOrder[],
): Promise<void> {
  const { externalCustomerId: customerId } = request;
  const orderIds = [...orders.map((order) => order.externalOrderId), ...request.externalOrderIds];
  const subjects = orderIds.map((id) => `order:${id}`);
  if (customerId) subjects.push(`customer:${customerId}`);
  const ids = [...orderIds, customerId].filter((id) => id !== null && /^\d{5,}$/.test(id));
  const traces = [request.email, request.phone].filter((trace) => trace !== null && trace.length > 4);
  await tx.$executeRaw`
    update webhook_deliveries delivery
    set payload = '', next_attempt_at = null,
      status = case status when 'failed' then 'ignored' else status end,
      error = case status when 'processed' then error else ${redactedReason} end
    from (
      select id, lower(encode(payload, 'escape')) as body from webhook_deliveries
      where integration_id = ${store.integrationId}::uuid
    ) kept
    where delivery.id = kept.id and delivery.status <> 'received'
      and (
        ${request.kind === "redact_shop"}
        or subject = any (${subjects}::text[])
        or subject is null and kept.body ~ ${`(^|[^0-9])(${ids.join("|") || "-"})([^0-9]|$)`}
        or exists (
          select 1 from unnest(${traces}::text[]) as trace
          where position(lower(encode(convert_to(trace, 'UTF8'), 'escape')) in kept.body) > 0
        )
      )`;
}
