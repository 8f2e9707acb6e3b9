import type { Reason } from "#lib/platforms/reason.ts";
import type { Label, ParentRelation } from "#lib/sales/order.ts";
import type {
  CallReason,
  FulfillmentStatus,
  OrderStatus,
  PaymentKind,
  PaymentStatus,
  Shipment,
  StatusMeaning,
} from "#lib/sales/statuses.ts";
import type { RefusalCause, StoreFault } from "#lib/stores/model.ts";

/** An address or a person as a store names them; every field may be missing. */
export interface StoreContact {
  name: string | null;
  email: string | null;
  /** As typed; normalised when it is recorded. */
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  zip: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

/** A line of an order. Amounts, as the buyer saw them, and quantities are decimal strings. */
export interface StoreItem {
  externalId: string;
  sku: string | null;
  name: string;
  quantity: string;
  currentQuantity: string;
  pricePerUnit: string;
  /** What the line came to as it was placed; a unit price may have been rounded. */
  lineTotal: string;
  /** Variant, personalisation and the like, in the store's words; keys that a shop hides are left out. */
  attributes: Label[];
}

/** An amount, as a decimal string, with its currency. */
export interface Money {
  amount: string;
  currency: string;
}

/** Money given back: a positive decimal string in the order's currency; of nothing (a void, a restock) 0. */
export interface StoreRefund {
  externalId: string;
  amount: string;
  /** The same in the buyer's own money, when that is another. */
  buyerMoney: Money | null;
  /** Null when the platform doesn't say: then the moment at which Astra first heard of it. */
  refundedAt: Date | null;
}

/** A refund told without its order. Where `amount` is null, `buyerMoney` is in a currency of which only the order knows what it is worth. */
export type ToldRefund = StoreRefund | (Omit<StoreRefund, "amount"> & { amount: null; buyerMoney: Money });

/** What a total is made of beside the lines: decimal strings, null where the platform doesn't say. */
export interface StoreAmounts {
  shipping: string | null;
  /** Tax on top of the lines and shipping; null when their prices hold it. */
  tax: string | null;
  /** What was taken off, as a positive amount, unless the lines' prices are after it. */
  discount: string | null;
  /** Fees, tips, duties and cash rounding; may be negative. */
  fees: string | null;
  taxesIncluded: boolean | null;
}

/** An order as any platform tells it. Amounts are decimal strings in `currency`, the shop's own money. */
export interface StoreOrder {
  externalId: string;
  /** The order of which this one is a part, an instalment or a split. */
  parent: { externalId: string; relation: ParentRelation } | null;
  externalCustomerId: string | null;
  number: string;
  /** Null: the store uses a status that nobody knows yet. */
  status: OrderStatus | null;
  /** The status in the store's own word; null when the platform has none of its own. */
  storeStatus: string | null;
  callReason: CallReason | null;
  paymentStatus: PaymentStatus;
  fulfillmentStatus: FulfillmentStatus;
  shipment: Shipment;
  gateways: string[];
  payment: PaymentKind;
  isTest: boolean;
  /** As the store says it, upper case; "" when it doesn't. */
  currency: string;
  total: string;
  /** Whether `total` stays as placed for good; else only the first one heard of is. */
  isTotalAsPlaced: boolean;
  /** After edits and refunds: what the order is worth now. */
  currentTotal: string;
  amounts: StoreAmounts;
  /** What came in, before refunds; null when only the past tells (an order that is now "refunded" and may never have been paid). */
  received: string | null;
  /** What is still to be paid. */
  due: string;
  /** The buyer's own money, when that is not the shop's. */
  buyerMoney: { currency: string; total: string; due: string } | null;
  /** All that the platform knows of: one that is missing was taken back. */
  refunds: StoreRefund[];
  /** Who ordered: the person to be called. */
  buyer: StoreContact;
  /** To whom it is sent; the buyer, unless it is a gift. */
  recipient: StoreContact;
  /** Other phones that the order names, in case the first can't be dialled. */
  otherPhones: string[];
  company: string | null;
  taxNumber: string | null;
  /** What the buyer wrote. */
  note: string | null;
  /** What else the shop asked the buyer. */
  attributes: Label[];
  /** Method, locker or pick-up point. */
  shippingMethod: string | null;
  trackingNumbers: string[];
  items: StoreItem[];
  /** When the sale was made: of an imported order not when it was imported. */
  createdAt: Date;
  updatedAt: Date;
  /** The fields that were left out because nobody understood them, such as "line_items.0.price". */
  notUnderstood: string[];
}

/** A request of the platform on behalf of a buyer or of a store that left (Shopify's mandatory topics). */
export interface StorePrivacyRequest {
  kind: "data_request" | "redact_customer" | "redact_shop";
  externalCustomerId: string | null;
  email: string | null;
  phone: string | null;
  externalOrderIds: string[];
}

/** What the topic of a whole order says happened to it. */
export type OrderChange = "created" | "updated" | "restored";

/** News that only points at its order. */
interface OrderNews {
  externalOrderId: string;
  notUnderstood: string[];
}

/** What a delivery means, whatever the platform. */
export type StoreEvent =
  /** `isPartial`: the body says neither lines nor a total, so that it can't stand for what is known of them. */
  | { kind: "order"; order: StoreOrder; change: OrderChange; isPartial?: boolean }
  | { kind: "order_deleted"; externalOrderId: string }
  /** The store's own erasure of a buyer from one order, which goes on without: `order` names nobody. */
  | { kind: "order_erased"; order: StoreOrder }
  | (OrderNews & { kind: "refund"; refund: ToldRefund; saidAt: Date })
  | (OrderNews & {
      kind: "fulfillment";
      /** "none": the parcel's fulfilment was cancelled, or has yet to be handed over. */
      shipment: Shipment;
      isCancelled: boolean;
      hasFailed: boolean;
      trackingNumbers: string[];
      carrier: string | null;
      at: Date;
    })
  | (OrderNews & {
      kind: "payment";
      externalTransactionId: string;
      transaction: string;
      status: string;
      amount: string;
      currency: string;
      at: Date;
    })
  /** `shops`: the addresses by which the body names the shop that this is about. No signature covers the topic, so the body must tell. */
  | { kind: "uninstalled"; shops: string[] }
  | { kind: "privacy"; shops: string[]; request: StorePrivacyRequest }
  /** The shop sent an error in place of what the topic promises; `fault` is kept when all that it sends will be like it. */
  | { kind: "store_error"; reason: Reason; fault: StoreFault | null }
  | { kind: "ignored"; reason: Reason; subject?: string };

/** The store that a delivery came from, as far as reading the delivery needs it. */
export interface StoreContext {
  /** Names of payment methods that mean cash on delivery in this store. */
  codGateways: string[];
  /** What the owner said of other methods, by `methodKey`. */
  paymentMethods: Record<string, PaymentKind>;
  /** What the owner said of statuses that nobody knows, by the store's own word. */
  statusMap: Record<string, StatusMeaning>;
  /** When the delivery came: the date of whatever names none. */
  receivedAt: Date;
}

/** What a request's headers say. */
export interface DeliveryHeaders {
  domain: string | null;
  signature: string | null;
  topic: string | null;
  /** What the platform calls this delivery, by which it is told from another. */
  deliveryId: string | null;
}

/** A store's own status, read. */
export interface StatusReading {
  /** Null: nobody knows what it means. */
  meaning: StatusMeaning | null;
  status: OrderStatus | null;
  shipment: Shipment;
  callReason: CallReason | null;
  fulfillmentStatus: FulfillmentStatus;
}

/** The id of a sample order, in every store alike: no shop comes to it. The database knows it, too (astra.sample_order_id). */
export const sampleOrderId = "8900000000000001";

/** A shop in whose name a sample order is sent. */
export interface SampleShop {
  domain: string;
  /** ISO 4217. */
  currency: string;
  now: Date;
  /** The signature over a body, as its store's secret makes it. */
  sign: (body: Uint8Array) => string;
}

/** A request as a shop sends it. */
export interface SampleRequest {
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** What a platform's own forms tell of a delivery that no secret fits. */
export interface RefusedReading {
  /** The bodies that it may have signed, when something on the way wrote this one anew. */
  signedForms(body: Buffer): Buffer[];
  /** Whether a body is plainly not as the platform writes it. */
  isWrittenAnew(body: Buffer): boolean;
  /** What was entered in place of the secret, by its form; null when that tells nothing. */
  suspicionOf(secret: string): Extract<RefusalCause, "accessToken" | "appSecret" | "adminSecret"> | null;
}

/** One platform: the only place that knows its headers, payloads and words. A third platform is one more of these. */
export interface Platform {
  readHeaders(headers: Headers): DeliveryHeaders;
  /** What makes a delivery the same as one seen before, for one store. */
  dedupeKey(told: Pick<DeliveryHeaders, "topic" | "deliveryId">, body: Buffer): string;
  /** Whether an unsigned request is the platform's way of trying the address, which wants to be answered; null: it has none. */
  isPing: ((headers: Headers, body: Buffer) => boolean) | null;
  /** Privacy requests are honoured, and a farewell is heard, even when the store is paused or gone. */
  concernsPausedStore(topic: string): boolean;
  /** What a status of its own means by what the store's owner says, and where an order is by it. */
  readStatus(status: string | null, statusMap: StoreContext["statusMap"]): StatusReading;
  /** An order paid on delivery that says it is a test, as the shop would send it, for trying the way without a shop. */
  sampleOrder(shop: SampleShop): SampleRequest;
  /** What tells why a delivery's signature fits no secret. */
  refused: RefusedReading;
  /** @throws DeliveryError when the payload is not what the topic promises */
  readEvent(topic: string, headers: Headers, body: unknown, store: StoreContext): StoreEvent;
}

/** A delivery that can't be understood as it is; the reason says why to whoever reads the store's settings. */
export class DeliveryError extends Error {
  override name = "DeliveryError";
  readonly reason: Reason;

  constructor(reason: Reason, options?: ErrorOptions) {
    super(JSON.stringify(reason), options);
    this.reason = reason;
  }
}
