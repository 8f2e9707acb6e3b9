import { expect, test } from "vitest";
import { paymentMethodName } from "#lib/orders/payment-method.ts";

test.each([
  ["shopify_payments", "Shopify Payments"],
  ["COD", "Cash on delivery"],
  ["netopia_card", "Netopia card"],
  ["Ramburs la livrare", "Ramburs la livrare"],
  ["Card-2", "Card-2"],
  ["klarna", "klarna"],
])("the payment method %s is read as %s", (method, name) => expect(paymentMethodName(method)).toBe(name));
