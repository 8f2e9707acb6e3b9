import { isPartOfStreet } from "#lib/platforms/woocommerce/address-fields.ts";
import { isTaxNumber } from "#lib/platforms/woocommerce/contact.ts";
import { labelOf, readableText } from "#lib/platforms/woocommerce/meta.ts";
import { phoneIn } from "#lib/platforms/woocommerce/phones.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { isPickupPoint } from "#lib/platforms/woocommerce/shipping.ts";
import type { Label } from "#lib/sales/order.ts";

// What a shop asked its buyers beyond WooCommerce's own fields. Plug-ins keep their own affairs in the same list.

/** Hidden keys that hold an answer of the buyer: the blocks' checkout writes its fields so, and plug-ins for delivery times. */
const answered =
  /^_(wc_(other|billing|shipping)\/|billing_wooccm|shipping_wooccm|additional_wooccm|delivery_(date|time|slot|day|note|notes|instructions)|jckwds_(date|timeslot)|orddd_time_slot|pickup_(date|time)|gift_(message|note))/i;

/** Keys in the open that no person filled in: of WooCommerce, of plug-ins by their prefix, and what is read elsewhere. */
const technical = new RegExp(
  `^(${[
    "is_|has_|wc_|wcpdf|wpo_|wp_|woo|wpml|wmc_|wcml|wcf|wfacp|wfob|acf_|afwc|aff_|affiliate|alg_|automatewoo|aw_|billbee|cfw_",
    "dokan|elementor|et_|fb_|fbc|fbclid|fbp|facebook|factur|fgo_|ga_|gclid|google|hubspot|hubwoo|jetpack|klarna|klaviyo|mailchimp|mailpoet",
    "mc4wp|mollie|msclkid|net[ _]revenue|oblio|payment|paypal|payer|ppcp|pys_|rs_|seller|sendcloud|shippo|shipstation|slide|smartbill|snap",
    "sub_order|store_id|stripe|tiktok|trp_|ttclid|utm|vendor|wcfm|xero|xl|yay_|ywgc|ywpi|ywraq|zoho",
    "cart_|currency|customer_(id|ip|user)|device|exchange|hash|invoice|ip_|lang$|language|locale|nonce",
    "order_(id|key|hash|number|total|currency|stock|source|version)|referr?er|session|source|tracking|awb|token|transaction|user_|version",
    "(billing|shipping)_(person_?type|sex|gender|birth|rg$|ie$|address_index)|(billing|shipping)_(first|last|company|address|city|state|postcode|country|email|phone$|method|total)",
  ].join("|")})`,
  "i",
);

const longestAnswer = 300;
const mostAnswers = 20;

/** What the shop asked and the buyer answered, in the shop's own words; some plug-ins keep one answer twice. */
export function answersOf({ meta_data }: WooOrder): Label[] {
  const answers = meta_data.flatMap(({ key, value }) => {
    if (typeof key !== "string" || !isAnswer(key) || phoneIn(key, value)) return [];
    const text = readableText(value);
    return text && text.length <= longestAnswer && isWritten(key, text)
      ? [{ label: questionOf(key), value: text }]
      : [];
  });
  return [...new Map(answers.map((answer) => [`${answer.label}: ${answer.value}`, answer])).values()].slice(
    0,
    mostAnswers,
  );
}

function isAnswer(key: string): boolean {
  if (isTaxNumber(key) || isPickupPoint(key) || isPartOfStreet(key)) return false;
  return key.startsWith("_") ? answered.test(key) : !technical.test(key);
}

/** A field of the checkout, or a key that was written for people to read. */
const isAsked = (key: string) => /^_?(billing|shipping|additional|wc)_|\s/.test(key);

/** A person writes words, dates and times; what machines keep is an address, a hash, a second of time, a mere flag or number. */
function isWritten(key: string, text: string): boolean {
  if (/^https?:\/\//i.test(text) || /^(yes|no|true|false|on|off|null|array)$/i.test(text)) return false;
  if (/\d{2}:\d{2}:\d{2}/.test(text) || /^[0-9a-f]{16,}$/i.test(text)) return false;
  return (
    /\p{L}/u.test(text) ||
    (/\d/.test(text) && (isAsked(key) || /\d\D+\d/.test(text.replace(/^\d+[.,]\d+$/, ""))))
  );
}

/** "billing_delivery_time" and "_wc_other/shop/delivery-time" both ask for the "Delivery time". */
function questionOf(key: string): string {
  const name = key.startsWith("_wc_")
    ? (key.split("/").pop() ?? key)
    : key.replace(/^_?((billing|shipping|order|additional|jckwds|orddd)_)?/, "");
  return labelOf(name.replace(/-/g, " "));
}
