import type { StatusMeaning } from "#lib/sales/statuses.ts";

/**
 * What known statuses mean, by their slug. WooCommerce's own, and those of plug-ins whose words alone would not tell: makers and markets
 * stand beside them. `null` means that even its makers leave open what follows.
 */
export const knownStatuses: Readonly<Record<string, StatusMeaning | null>> = {
  // WooCommerce
  pending: "pending",
  "on-hold": "pending",
  failed: "pending",
  processing: "processing",
  completed: "delivered",
  cancelled: "cancelled",
  trash: "cancelled",
  refunded: "refunded",
  // WooCommerce Deposits, Webtomizer, Acowebs
  "partial-payment": "processing",
  "partially-paid": "processing",
  "scheduled-payment": "pending",
  "pending-deposit": "pending",
  // Advanced Shipment Tracking, TrackShip
  "partial-shipped": "shipped",
  "updated-tracking": "shipped",
  // Words for money that came, or did not
  paid: "processing",
  "fully-paid": "processing",
  "payment-received": "processing",
  "payment-confirmed": "processing",
  unpaid: "pending",
  "payment-failed": "pending",
  // Local delivery (Local Delivery Drivers, Delivery Drivers for WooCommerce), kitchens and workshops
  "driver-assigned": "processing",
  preparing: "processing",
  "quality-check": "processing",
  // Taiwan: RY WooCommerce Tools (a parcel at a convenience store waits for the buyer), woomp
  "ry-at-cvs": "in_transit",
  "ry-out-cvs": "returned",
  "ry-transporting": "in_transit",
  // Quotes (YITH Request a Quote), pre-orders
  "ywraq-new": "pending",
  "ywraq-pending": "pending",
  "ywraq-accepted": "processing",
  "ywraq-rejected": "cancelled",
  "ywraq-expired": "cancelled",
  "pre-ordered": "processing",
  // Romania
  "in-asteptare": "pending",
  // Turkey
  "kargoya-verildi": "shipped",
  "teslim-edildi": "delivered",
  "teslim-edilemedi": "delivery_failed",
  "teslim-edilmedi": "delivery_failed",
  kargoda: "in_transit",
  // Couriers of India and Bangladesh
  rto: "returned",
  rts: "returned",
  ndr: "delivery_failed",
  "partial-delivered": null,
};

/** WooCommerce's own. */
export const coreStatuses: readonly string[] = [
  "pending",
  "on-hold",
  "failed",
  "processing",
  "completed",
  "cancelled",
  "trash",
  "refunded",
];

/** The statuses that say that money came, and nothing of the parcel. */
export const paidStatuses: readonly string[] = [
  "paid",
  "fully-paid",
  "payment-received",
  "payment-confirmed",
];
