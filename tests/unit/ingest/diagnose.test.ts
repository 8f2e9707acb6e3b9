import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { diagnose, type MeantStore, type RefusedDelivery } from "#lib/ingest/diagnose.ts";
import { sign } from "#lib/ingest/signature.ts";
import { platforms } from "#lib/platforms/registry.ts";
import type { Refusal, StoreType } from "#lib/stores/model.ts";
import { payload, signatureVectors } from "#tests/fixtures/payloads.ts";

const store: MeantStore = {
  id: "0b0e0000-0000-4000-8000-000000000001",
  domain: "shop.example.com",
  secrets: ["a secret that counts"],
  oldSecret: null,
};
const body = payload("woocommerce/order-created-signed-inr-cod.json");
const shopifyBody = payload("shopify/orders-paid-sample-2023-01.json");

function why(
  type: StoreType,
  delivery: Partial<RefusedDelivery>,
  changes: Partial<MeantStore> = {},
): Refusal {
  const told = { body, signature: sign("another", body), domain: store.domain, named: null, ...delivery };
  return diagnose(platforms[type].refused, told, { ...store, ...changes });
}

const [present = ""] = store.secrets;

describe("why a signature fits no secret", () => {
  test("it is written in hexadecimal digits, also with a prefix", () => {
    const hex = createHmac("sha256", present).update(body).digest("hex");
    for (const signature of [hex, hex.toUpperCase(), `sha256=${hex}`])
      expect(why("woocommerce", { signature })).toEqual({ cause: "hexSignature" });
  });

  test.each(["", " ", "\n", "\r\n", "\t"])("the shop's secret has %j at an end", (blank) => {
    const cause = blank === "" ? "wrongSecret" : "secretBlanks";
    expect(why("woocommerce", { signature: sign(`${present}${blank || "x"}`, body) })).toEqual({ cause });
    expect(
      why("shopify", { body: shopifyBody, signature: sign(`${blank || "x"}${present}`, shopifyBody) }),
    ).toEqual({ cause });
  });

  test("the secret kept here has a blank at an end, which the shop's has not", () => {
    expect(why("woocommerce", { signature: sign(present, body) }, { secrets: [`${present} `] })).toEqual({
      cause: "secretBlanks",
    });
  });

  test("it was made with the secret from before", () => {
    const signature = sign("from before", body);
    expect(why("woocommerce", { signature }, { oldSecret: "from before" })).toEqual({ cause: "oldSecret" });
    expect(why("woocommerce", { signature })).toEqual({ cause: "wrongSecret" });
  });

  test("another shop posts to the address of this store", () => {
    const shops = ["other.example.org", "example.com", "other.example.com/shop"];
    for (const domain of shops)
      expect(why("woocommerce", { domain, named: store.id })).toEqual({ cause: "otherShop", domain });
    expect(why("woocommerce", { domain: "shop.example.com/de" })).toEqual({ cause: "wrongSecret" });
    const sibling = { domain: "host.example.com/shop2" };
    expect(why("woocommerce", sibling, { domain: "host.example.com/shop1" })).toEqual({
      cause: "otherShop",
      ...sibling,
    });
  });

  test("this shop posts to the address of another store", () => {
    expect(why("woocommerce", { named: "0b0e0000-0000-4000-8000-000000000002" })).toEqual({
      cause: "otherAddress",
    });
  });

  test.each([
    ["shpat_0123456789abcdef0123456789abcdef", "accessToken"],
    ["shpss_0123456789abcdef0123456789abcdef", "appSecret"],
    ["0123456789abcdef0123456789abcdef", "appSecret"],
    ["0123456789abcdef".repeat(4), "adminSecret"],
    ["whatever somebody typed", "wrongSecret"],
  ])("by its form what was entered for a Shopify store is %s: %s", (entered, cause) => {
    const delivery = { body: shopifyBody, signature: sign("the secret of the shop", shopifyBody) };
    expect(why("shopify", delivery, { secrets: [entered] })).toEqual({ cause });
    expect(why("woocommerce", {}, { secrets: [entered] })).toEqual({ cause: "wrongSecret" });
  });
});

describe("a body that was written anew on its way", () => {
  const bodies = [
    "order-created-nested-meta-cod",
    "order-updated-attribution",
    "order-created-signed-inr-cod",
  ];

  test.each(bodies)("is told by what WooCommerce signed: %s", (name) => {
    const sent = payload(`woocommerce/${name}.json`);
    const signed = platforms.woocommerce.refused.signedForms(sent)[0] as Buffer;
    const signature = sign(present, signed);
    for (const arrived of [
      JSON.stringify(JSON.parse(sent.toString("utf8")), null, 2),
      signed.toString("utf8").replaceAll("\\/", "/"),
    ])
      expect(why("woocommerce", { body: Buffer.from(arrived), signature })).toEqual({ cause: "bodyChanged" });
  });

  test("is told by what Shopify signed", () => {
    const signature = sign(present, shopifyBody);
    const sent = shopifyBody.toString("utf8");
    // Whoever reads numbers would round the ids of this sample: then no form of it fits.
    for (const text of [sent.replaceAll("\\/", "/"), `${sent}\n`, sent.replaceAll('":', '": ')])
      expect(why("shopify", { body: Buffer.from(text), signature })).toEqual({ cause: "bodyChanged" });
  });

  test("is told by its form, when WooCommerce never writes so", () => {
    const rounded = JSON.stringify({ id: 1.5, url: "https://shop.example.com/" });
    expect(why("woocommerce", { body: Buffer.from(rounded) })).toEqual({ cause: "bodyChanged" });
    expect(why("woocommerce", { body: Buffer.from('{"name":"Ștefan"}') })).toEqual({ cause: "bodyChanged" });
    expect(
      why("woocommerce", { body: Buffer.from('{"name":"\\u0218tefan","url":"https:\\/\\/a"}') }),
    ).toEqual({
      cause: "wrongSecret",
    });
  });

  test("is no reason to fail, whatever it holds", () => {
    for (const odd of ["", "{", '{"a":"\\ud800"}', "\u0000", '"'.repeat(5_000), '{"a":"\\x"}'])
      for (const type of ["shopify", "woocommerce"] as const)
        expect(why(type, { body: Buffer.from(odd) }).cause).toMatch(/^(wrongSecret|bodyChanged)$/);
    expect(why("woocommerce", { body: Buffer.from([0xff, 0xfe, 0x7b]) }).cause).toBe("bodyChanged");
  });

  test("takes no longer than a page may wait for, at its largest", () => {
    const text = `{"a":"${"é/".repeat(60_000)}","b":[${"1, ".repeat(20_000)}1]}`;
    const startedAt = performance.now();
    why("woocommerce", { body: Buffer.from(text.slice(0, 250_000)) });
    why("shopify", { body: Buffer.from(text) });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

test.each(signatureVectors().filter(({ expect: verdict, file }) => verdict === "refuse" && file))(
  "of the published vectors that are refused, one of $file is told apart ($origin)",
  ({ platform, file, secret, signature, origin }) => {
    const cause = origin.includes("hexadecimal") ? "hexSignature" : "bodyChanged";
    const delivery = { body: payload(file ?? ""), signature };
    expect(why(platform as StoreType, delivery, { secrets: [secret] })).toEqual({ cause });
  },
);
