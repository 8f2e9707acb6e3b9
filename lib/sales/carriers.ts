/** A carrier whose pages tell where a parcel is. */
export interface Carrier {
  name: string;
  /** How shops call it, in the name of a shipping method. */
  named: RegExp;
  /** Whether a number is plainly this carrier's; where check digits alone would tell, phones and order numbers pass, too. */
  owns?: (number: string) => boolean;
  /** Where its page is, with the number in the place of {number}. */
  address: string;
}

/**
 * The carriers whose parcels can be looked up. Shapes and check digits: tracking_number_data, its vectors (UPS, S10). For GLS, FAN, Sameday and Cargus
 * nobody publishes how a number is made, so that only the name in the shipping method tells.
 */
export const carriers: readonly Carrier[] = [
  { name: "UPS", named: /\bups\b/i, owns: isUps, address: "https://www.ups.com/track?tracknum={number}" },
  {
    name: "USPS",
    named: /\busps\b/i,
    owns: (number) => number.endsWith("US") && isPostal(number),
    address: "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
  },
  { name: "FedEx", named: /\bfedex\b/i, address: "https://www.fedex.com/fedextrack/?trknbr={number}" },
  {
    name: "DHL",
    named: /\bdhl\b/i,
    address: "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}",
  },
  { name: "DPD", named: /\bdpd\b/i, address: "https://tracking.dpd.de/status/en_US/parcel/{number}" },
  { name: "GLS", named: /\bgls\b/i, address: "https://gls-group.eu/EU/en/parcel-tracking?match={number}" },
  { name: "FAN Courier", named: /\bfan\b/i, address: "https://www.fancourier.ro/awb-tracking/?awb={number}" },
  { name: "Sameday", named: /\b(sameday|easybox)\b/i, address: "https://sameday.ro/#awb={number}" },
  {
    name: "Cargus",
    named: /\b(urgent)?cargus\b/i,
    address: "https://app.urgentcargus.ro/Private/Tracking.aspx?CodBara={number}",
  },
];

/** Where a parcel can be looked up, and at whom; null when nobody knows whose its number is. */
export function trackingOf(
  number: string,
  shippingMethod: string | null,
): { carrier: string; address: string } | null {
  const plain = number.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[0-9A-Z]{6,40}$/.test(plain)) return null;
  const carrier =
    carriers.find(({ owns }) => owns?.(plain)) ??
    carriers.find(({ named }) => named.test(shippingMethod ?? ""));
  return carrier ? { carrier: carrier.name, address: carrier.address.replace("{number}", plain) } : null;
}

/** "1Z" and sixteen characters: of fifteen every second counts twice, and the last makes the sum a ten. */
function isUps(number: string): boolean {
  if (!/^1Z[0-9A-Z]{15}\d$/.test(number)) return false;
  const digits = [...number.slice(2)].map((character) =>
    /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 3) % 10,
  );
  const check = digits.pop();
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 1 ? 2 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

/** What postal services number by S10 of the Universal Postal Union: two letters, eight digits and their check, a country. */
function isPostal(number: string): boolean {
  const [, serial = "", check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(number) ?? [];
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = [...serial].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  const rest = 11 - (sum % 11);
  return check === String(rest === 10 ? 0 : rest === 11 ? 5 : rest);
}
