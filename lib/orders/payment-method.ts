/** What platforms call a payment method by a code, as its maker writes it. */
const names: Record<string, string> = {
  bacs: "Bank transfer (BACS)",
  bogus: "Bogus gateway (test)",
  cheque: "Cheque",
  cod: "Cash on delivery",
  gift_card: "Gift card",
  paypal: "PayPal",
  "ppcp-gateway": "PayPal",
  ppec_paypal: "PayPal",
  shop_cash: "Shop Cash",
  shopify_installments: "Shop Pay Installments",
  shopify_payments: "Shopify Payments",
  stripe: "Stripe",
  woocommerce_payments: "WooPayments",
};

/** A payment method as people read it: what a shop named itself stays, a code becomes words. */
export function paymentMethodName(method: string): string {
  const known = names[method.toLowerCase()];
  if (known) return known;
  if (!/^[a-z0-9]+([_-][a-z0-9]+)+$/.test(method)) return method;
  const words = method.replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
