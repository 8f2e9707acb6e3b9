/** What a person moves stock by, and what orders do. */
const handKinds = ["initial", "receipt", "correction", "stock_take", "import"] as const;
const orderKinds = [
  "reserve",
  "release",
  "ship",
  "ship_before",
  "unship",
  "return_sellable",
  "return_damaged",
  "not_returned",
] as const;
const movementKinds = [...handKinds, ...orderKinds] as const;
export type MovementKind = (typeof movementKinds)[number];

const alertKinds = ["low", "out", "oversold", "restocked"] as const;
export type AlertKind = (typeof alertKinds)[number];

/** How a product stands by what is available of it. */
export type StockStanding = "enough" | "low" | "out" | "oversold";

/** How a product stands; astra.stock_standing says the same where alerts are made. */
export function standingOf(available: number, lowStockAt: number): StockStanding {
  if (available < 0) return "oversold";
  if (available === 0) return "out";
  return available <= lowStockAt ? "low" : "enough";
}

/** Over so many days it is counted what a product sells. */
const salesDays = 30;

/** For how many days what is available lasts at the pace of the last 30 days; null while nothing sells. */
export function daysOfCover(available: number, soldIn30Days: number): number | null {
  if (soldIn30Days <= 0) return null;
  return Math.max(0, Math.floor((available * salesDays) / soldIn30Days));
}

/** What a column of an imported file may say of a product. */
export const importFields = ["sku", "name", "price", "currency", "stock", "lowStockAt"] as const;
export type ImportField = (typeof importFields)[number];

/** Where a browser gets the photo of a product: another one has another address. */
export function photoAddress({ id, photo }: { id: string; photo: string }): string {
  return `/api/inventory/photo?product=${id}&version=${photo.slice(photo.indexOf("/") + 1)}`;
}
