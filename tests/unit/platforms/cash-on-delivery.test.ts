import { describe, expect, test } from "vitest";
import { isCashOnDelivery } from "#lib/platforms/cash-on-delivery.ts";

describe("cash on delivery", () => {
  test.each([
    "Cash on Delivery (COD)",
    "cash_on_delivery",
    "cash-on-delivery",
    "COD",
    "COD, GoKwik",
    "Pay on Delivery",
    "Ramburs",
    "Ramburs la curier",
    "Plată la livrare",
    "PLATA LA LIVRARE (numerar)",
    "Contrareembolso",
    "Pago contra entrega",
    "Contra reembolso",
    "Pagamento na entrega",
    "Contrassegno",
    "Nachnahme",
    "Paiement à la livraison",
    "Utánvét",
    "Dobírka",
    "Dobierka",
    "Płatność za pobraniem",
    "Pouzeće",
    "Plaćanje pouzećem",
    "Kapıda ödeme",
    "Αντικαταβολή",
    "Наложен платеж",
    "Оплата при получении",
    "Післяплата",
    "الدفع عند الاستلام",
    "Thanh toán khi nhận hàng",
  ])("is recognised as %s", (gateway) => {
    expect(isCashOnDelivery([gateway], [])).toBe(true);
  });

  test.each([
    "manual",
    "Codec Pay",
    "Barcode",
    "discode",
    "cash",
    "bogus",
    "shopify_payments",
    "stripe",
    "bacs",
    "Delivery",
    "Plată cu cardul",
    "",
    "()",
  ])("is not what is called %s", (gateway) => {
    expect(isCashOnDelivery([gateway], [])).toBe(false);
  });

  test("is none of no payment method", () => {
    expect(isCashOnDelivery([], ["Numerar"])).toBe(false);
  });

  test("is one of several payment methods", () => {
    expect(isCashOnDelivery(["gift_card", "Cash on Delivery (COD)"], [])).toBe(true);
  });

  test("is what the store calls it, however it is written", () => {
    expect(isCashOnDelivery(["PLĂTESC la ușă!"], ["platesc la usa"])).toBe(true);
    expect(isCashOnDelivery(["Budget Allocation"], ["budget"])).toBe(true);
    expect(isCashOnDelivery(["Budgeting"], ["budget"])).toBe(false);
  });

  test("is not everything because the store named nothing", () => {
    expect(isCashOnDelivery(["stripe"], ["", " ", "-"])).toBe(false);
  });
});
