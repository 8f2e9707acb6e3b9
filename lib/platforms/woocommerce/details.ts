import type { Label } from "#lib/orders/model.ts";
import { labelOf, readableText } from "#lib/platforms/woocommerce/meta.ts";
import { phoneIn } from "#lib/platforms/woocommerce/phones.ts";
import type { WooOrder } from "#lib/platforms/woocommerce/shapes.ts";
import { isPickupPoint } from "#lib/platforms/woocommerce/shipping.ts";

// What a shop asked its buyers beyond WooCommerce's own fields. Plug-ins keep their own affairs in the same list.

/** Hidden keys that hold an answer of the buyer: the blocks' checkout writes its fields so, and plug-ins for delivery times. */
const answered =
  /^_(wc_(other|billing|shipping)\/|billing_wooccm|shipping_wooccm|additional_wooccm|delivery_(date|time|slot|day|note|notes|instructions)|jckwds_(date|timeslot)|orddd_time_slot|pickup_(date|time)|gift_(message|note))/i;

/** Keys in the open that no person filled in. */
const technical =
  /^(is_|has_|wc_|wcpdf|woo|wpml|wmc_|wcml|wfacp|wfob|wcf|pys_|ga_|gclid|fbclid|fbc$|fbp$|utm|mailchimp|mailpoet|klaviyo|trp_|xl|slide|rs_|paypal|payer|payment|stripe|ppcp|mollie|klarna|alg_|yay_|ywgc|ywpi|ywraq|dokan|wcfm|seller|vendor|store_id|sub_order|order_(id|key|hash|number|total|currency|stock|source)|customer_(id|ip|user)|user_|cart_|session|invoice|tracking|awb|transaction|token|nonce|hash|version|currency|exchange|language|locale|lang$|referr?er|source|device|ip_|billing_(first|last|company|address|city|state|postcode|country|email|phone$)|shipping_(first|last|company|address|city|state|postcode|country|email|phone$|method|total))/i;

const personal = /vat|cui$|nif$|nip$|tax_?id|piva|codice|_cf$|gstin|eik$|_dic$/i;

const longestAnswer = 300;
const mostAnswers = 20;

/** What the shop asked and the buyer answered, in the shop's own words. */
export function answersOf({ meta_data }: WooOrder): Label[] {
  return meta_data
    .flatMap(({ key, value }) => {
      if (typeof key !== "string" || !isAnswer(key) || phoneIn(key, value)) return [];
      const text = readableText(value);
      return text && text.length <= longestAnswer && isWritten(text)
        ? [{ label: questionOf(key), value: text }]
        : [];
    })
    .slice(0, mostAnswers);
}

function isAnswer(key: string): boolean {
  if (personal.test(key) || isPickupPoint(key)) return false;
  return key.startsWith("_") ? answered.test(key) : !technical.test(key);
}

/** A person writes words, dates and times; what machines keep is an address, a hash, a mere flag or number. */
function isWritten(text: string): boolean {
  if (/^https?:\/\//i.test(text) || /^(yes|no|true|false|on|off|null|array)$/i.test(text)) return false;
  return !/^[0-9a-f]{16,}$/i.test(text) && !/^[\d.]+$/.test(text) && /[\p{L}\d]/u.test(text);
}

/** "billing_delivery_time" and "_wc_other/shop/delivery-time" both ask for the "Delivery time". */
function questionOf(key: string): string {
  const name = key.startsWith("_wc_")
    ? (key.split("/").pop() ?? key)
    : key.replace(/^_?((billing|shipping|order|additional|jckwds|orddd)_)?/, "");
  return labelOf(name.replace(/-/g, " "));
}
