import type { StoreOrder } from "#lib/platforms/platform.ts";
import { readableText } from "#lib/platforms/woocommerce/meta.ts";
import type { MetaData, WooOrder } from "#lib/platforms/woocommerce/shapes.ts";

const pickupPoint =
  /locker|easybox|fanbox|parcel[_ ]?(machine|shop|point|locker)|pick_?up_?(point|location|address|store|place|info)|packet(a|ery)_?point|paczkomat|packstation|service_?point|relay_?point|point_?relais|pudo|postapont|smartpost|ship_and_go|cvs_?store_?name/i;
/** Carriers call where a parcel waits an office, a warehouse, a terminal … */
const ofCarrier =
  /(^|[_ ])(econt|speedy|cdek|omniva|lp_?express|venipak|dpd|gls|itella|unisend|np|nova_?poshta|ukr_?poshta|meest|foxpost|mondial_?relay|inpost|cargus|fan_?courier|acs|bring|posti|yandex|aramex)[_ ].*(office|warehouse|terminal|pickup|point|apt|branch|pvz|station|shop|relay|(^|[_ ])pp[_ ])|[_ ]pvz($|[_ ])/i;
const aboutIt = /price|cost|fee|total|enabled|status|size|type|map|token|allowed|country|lat|lng|hash|_at$/i;

/** Whether a field says to which locker or shop the parcel goes. */
export function isPickupPoint(key: string): boolean {
  return (pickupPoint.test(key) || ofCarrier.test(key)) && !aboutIt.test(key);
}

/** Shipping method, with the locker or pick-up point where the parcel waits. */
export function shippingMethodOf(order: WooOrder): string | null {
  const titles = order.shipping_lines.map((line) => line.method_title).filter((title) => title !== null);
  const points = [order.meta_data, ...order.shipping_lines.map((line) => line.meta_data)].flatMap(pointsOf);
  const method = [...new Set(titles)].join(" + ");
  const point = [...new Set(points)].filter((one) => !method.includes(one)).join(", ");
  return [method, point].filter((part) => part !== "").join(": ") || null;
}

/** The names of a point; its number alone only when nothing better is said. */
function pointsOf(metaData: MetaData): string[] {
  const said = metaData.flatMap(({ key, value }) =>
    typeof key === "string" && isPickupPoint(key) ? pointNames(value) : [],
  );
  const names = said.filter((text) => /\p{L}{2}/u.test(text));
  return names.length > 0 ? names : said;
}

/** Plug-ins keep a point as text, or as an object with its name and address, at times written as JSON. */
function pointNames(value: unknown): string[] {
  const point = typeof value === "string" && /^\s*\{/.test(value) ? parsed(value) : value;
  if (typeof point !== "object" || point === null || Array.isArray(point)) {
    const text = readableText(point);
    return text ? [text] : [];
  }
  const fields = point as Record<string, unknown>;
  const named = ["name", "lockerName", "title", "address", "city"].flatMap(
    (field) => readableText(fields[field]) ?? [],
  );
  return named.length > 0 ? [named.join(", ")] : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Numbers of the parcels, by the plug-ins that keep them with the order. */
export function trackingNumbersOf({ meta_data }: WooOrder): StoreOrder["trackingNumbers"] {
  const numbers = meta_data.flatMap(({ key, value }) => {
    if (typeof key !== "string") return [];
    if (listsParcels.includes(key)) return [value, ...Object.values(Object(value))].flatMap(numberIn);
    return namesParcel.test(key) ? numbersIn(value) : [];
  });
  return [...new Set(numbers)].slice(0, 20);
}

/** Shipment Tracking, Advanced Shipment Tracking; AfterShip; ParcelPanel; WooCommerce Shipping. */
const listsParcels = [
  "_wc_shipment_tracking_items",
  "_aftership_tracking_items",
  "_parcelpanel_tracking_items",
  "wc_connect_labels",
];

/** YITH Order Tracking, AfterShip, couriers' plug-ins. */
const namesParcel =
  /^_?(ywot_tracking_code|aftership_tracking_number|tracking_number|tracking_code|(fan|fan_courier|fancourier|sameday|sameday_courier|cargus|urgent_cargus|dpd|dpd_ro|gls|memex|nemo|bosta|shipment|order)_?(awb|awb_number|tracking_number|tracking_code)|awb|awb_number|awb_code)$/i;

function numberIn(parcel: unknown): string[] {
  if (typeof parcel !== "object" || parcel === null) return [];
  const { tracking_number: number, tracking } = parcel as Record<string, unknown>;
  return numbersIn(number ?? tracking);
}

/** A parcel's number has a digit and no blank; several may stand in one field. */
function numbersIn(value: unknown): string[] {
  const text = readableText(value) ?? "";
  return text.split(/[\s,;|]+/).filter((number) => /^(?=.*\d)[\w-]{5,40}$/.test(number));
}
