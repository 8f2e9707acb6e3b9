import { describe, expect, test } from "vitest";
import { wooAddress } from "#tests/fixtures/woocommerce-order.ts";
import { meta, orderFrom } from "./read.ts";

const withMeta = (...entries: [key: string, value: unknown][]) =>
  orderFrom({ meta_data: entries.map(([key, value]) => meta(key, value)) });

describe("what the shop asked the buyer", () => {
  test.each([
    ["delivery_date", "2026-12-05", "Delivery date"],
    ["Interval livrare", "10:00 - 12:00", "Interval livrare"],
    ["billing_scara", "B", "Scara"],
    ["billing_etaj", "3", "Etaj"],
    ["_wc_other/shop/gift-wrap-color", "red", "Gift wrap color"],
    ["_delivery_time", "dupa 17", "Delivery time"],
    ["additional_floor", "<b>2</b>", "Floor"],
    ["Mesaj felicitare", "La mul&#539;i ani!", "Mesaj felicitare"],
  ])("in %s is kept under its own name", (key, value, label) => {
    const kept = withMeta([key, value]).attributes;
    expect(kept).toHaveLength(1);
    expect(kept[0]?.label).toBe(label);
  });

  test("has no markup and no entities", () => {
    const [kept] = withMeta(["Mesaj", "<p>La mul&#539;i ani, <b>Ana</b> &amp; Dan!</p>"]).attributes;
    expect(kept?.value).toBe("La mulți ani, Ana & Dan!");
  });

  test.each([
    ["is_vat_exempt", "no"],
    ["_private_note", "for us alone"],
    ["_wc_order_attribution_utm_source", "google"],
    ["wcpdf_document_link", "https://shop.example/pdf"],
    ["pys_enrich_data", { landing: "x" }],
    ["PayPal Transaction Fee", "1.20"],
    ["Net Revenue From Stripe", "118.80"],
    ["gclid", "Cj0KCQiA"],
    ["trp_language", "ro_RO"],
    ["cart_hash", "91ec3fd17fa9d7b27fb060ec556a878d"],
    ["loyalty", 'a:1:{i:0;s:2:"ab";}'],
    ["options", '[{"a":1}]'],
    ["newsletter", "yes"],
    ["points", "120"],
    ["started", "2026-11-30 10:41:42"],
    ["essay", "word ".repeat(100)],
  ])("in %s is no answer of a buyer", (key, value) => {
    expect(withMeta([key, value]).attributes).toEqual([]);
  });
});

test.each([[["nuts", "honey"]], [{ 0: "nuts", 1: "honey" }], [{ 3: "nuts", 7: "honey" }]])(
  "several answers, written as %o, stand in one line",
  (value) => {
    expect(withMeta(["Toppings", value]).attributes).toEqual([{ label: "Toppings", value: "nuts, honey" }]);
    const line = { id: 1, name: "Cake", quantity: 1, total: "29.35", meta_data: [meta("Toppings", value)] };
    const [item] = orderFrom({ line_items: [line] }).items;
    expect(item?.attributes).toEqual([{ label: "Toppings", value: "nuts, honey" }]);
  },
);

test("an answer that a plug-in keeps twice is one", () => {
  const kept = withMeta(["delivery_date", "5 decembrie"], ["_delivery_date", "5 decembrie"]);
  expect(kept.attributes).toEqual([{ label: "Delivery date", value: "5 decembrie" }]);
});

describe("other phones", () => {
  test.each([
    "_billing_phone_2",
    "billing_phone_2",
    "Telefon alternativ",
    "billing_mobile",
    "_shipping_phone",
    "whatsapp",
    "رقم هاتف اخر",
    "Τηλέφωνο 2",
    "Доп. телефон",
    "_billing_altPhone",
  ])("stand in %s", (key) => {
    const read = withMeta([key, "0733 021 002"]);
    expect(read.otherPhones).toEqual(["0733 021 002"]);
    expect(read.attributes).toEqual([]);
  });

  test.each([
    ["phone_verified", "yes"],
    ["headphones", "0733021002"],
    ["_billing_phone", "0722123456"],
    ["_phone_log", { to: "0733021002" }],
  ])("do not stand in %s", (key, value) => {
    expect(withMeta([key, value]).otherPhones).toEqual([]);
  });

  test("are read in the digits of all scripts, and with a country's code whatever the shop asked", () => {
    expect(withMeta(["هاتف آخر", "٠١٠١٢٣٤٥٦٧٨"]).otherPhones).toEqual(["٠١٠١٢٣٤٥٦٧٨"]);
    expect(withMeta(["Persoana de contact", "+40 733 021 002"]).otherPhones).toEqual(["+40 733 021 002"]);
  });

  test("are the recipient's too", () => {
    const shipping = wooAddress({ phone: "0733123456" });
    const read = orderFrom({ shipping, meta_data: [meta("_billing_phone_2", "0733123456")] });
    expect(read.otherPhones).toEqual(["0733123456"]);
  });
});

describe("the tax number", () => {
  test.each([
    ["_billing_vat_number", "RO12345678"],
    ["vat_number", "ESB12345678"],
    ["_billing_cui", "RO 4221306"],
    ["billing_codice_fiscale", "RSSMRA85M01H501Z"],
    ["billing_nip", "525-000-10-90"],
    ["_wc_other/shop/vat-number", "BG123456789"],
    ["_billing_cpf", "123.456.789-00"],
    ["Cod fiscal", "RO4221306"],
    ["ΑΦΜ", "094014201"],
  ])("stands in %s", (key, number) => {
    const read = withMeta([key, number]);
    expect(read.taxNumber).toBe(number);
    expect(read.attributes).toEqual([]);
  });

  test.each([
    ["_vat_number_validated", "valid"],
    ["vat_number", "none"],
    ["private", "RO12345678"],
    ["vat_rate", "19.00"],
  ])("does not stand in %s: %s", (key, value) => {
    expect(withMeta([key, value]).taxNumber).toBeNull();
  });
});

describe("the shipping method", () => {
  const shippingLine = (title: string, ...entries: [string, unknown][]) => ({
    shipping_lines: [
      { id: 1, method_title: title, method_id: "x", meta_data: entries.map(([k, v]) => meta(k, v)) },
    ],
  });

  test("is as the shop calls it", () => {
    expect(orderFrom(shippingLine("Curier &#8211; 24h", ["Items", "Lamp &times; 2"])).shippingMethod).toBe(
      "Curier – 24h",
    );
    expect(orderFrom({ shipping_lines: [] }).shippingMethod).toBeNull();
  });

  test.each([
    [
      [
        "_sameday_shipping_locker_id",
        '{"lockerId":"1200","name":"easybox Mega Image Titulescu","address":"Sos. Titulescu 1"}',
      ],
      "Locker: easybox Mega Image Titulescu, Sos. Titulescu 1",
    ],
    [["_sameday_shipping_locker_id", { lockerId: "1200", name: "easybox Centru" }], "Locker: easybox Centru"],
    [["_parcel_machine_id", "KRA010"], "Locker: KRA010"],
    [["packetery_point_name", "Z-BOX Praha 1"], "Locker: Z-BOX Praha 1"],
    [["_fanbox_locker_price", "12.00"], "Locker"],
    [["_econt_office_name", "Sofia Mladost"], "Locker: Sofia Mladost"],
    [["_np_warehouse_name", "Відділення №5"], "Locker: Відділення №5"],
    [["_omniva_terminal_id", "9601"], "Locker: 9601"],
    [["gls_pickup_info", '{"id":"1","name":"GLS Point Tesco"}'], "Locker: GLS Point Tesco"],
    [["Mondial Relay Parcel Shop ID", "024123"], "Locker: 024123"],
    [["_borica_terminal_id", "V1800001"], "Locker"],
    [["easybox_enabled", "yes"], "Locker"],
  ] as [[string, unknown], string][])("with %o is %s", (entry, method) => {
    expect(orderFrom({ ...shippingLine("Locker"), meta_data: [meta(...entry)] }).shippingMethod).toBe(method);
  });

  test("names the shop where the buyer picks up, once", () => {
    const pickup = ["pickup_location", "Main store"] as [string, unknown];
    expect(orderFrom(shippingLine("Pickup (Main store)", pickup)).shippingMethod).toBe("Pickup (Main store)");
    expect(orderFrom(shippingLine("Pickup", pickup)).shippingMethod).toBe("Pickup: Main store");
  });
});

describe("tracking numbers", () => {
  test.each([
    [
      "_wc_shipment_tracking_items",
      [{ tracking_number: "117579686762" }, { tracking_number: "117579686763" }],
      2,
    ],
    ["_wc_shipment_tracking_items", { "3": { tracking_number: "117579686762" } }, 1],
    ["_aftership_tracking_number", "RR123456785RO", 1],
    ["_tracking_number", "117579686762, 117579686763", 2],
    ["ywot_tracking_code", "1Z001985YW99744790", 1],
    ["_sameday_awb", "1SDY2403001", 1],
    ["_tracking_number", "not yet known", 0],
    ["_tracking_numbers_sent", "117579686762", 0],
  ])("in %s: %o", (key, value, count) => {
    expect(withMeta([key, value]).trackingNumbers).toHaveLength(count);
  });
});

test("the buyer's note keeps its lines and loses its entities", () => {
  expect(orderFrom({ customer_note: "After 17\nRing twice &amp; wait" }).note).toBe(
    "After 17\nRing twice & wait",
  );
  expect(orderFrom({ customer_note: "" }).note).toBeNull();
});
