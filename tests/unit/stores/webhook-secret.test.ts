import { assert, property, string, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { secretFault } from "#lib/platforms/facts.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";

describe("a secret that WooCommerce's form would change is refused, with the reason:", () => {
  test.each([
    ["a<b>secret", "secretHasTags"],
    ["two<>signs", "secretHasTags"],
    ["x%41secret", "secretHasTriples"],
    ["x%fFsecret", "secretHasTriples"],
    ["two  blanks", "secretHasBlanks"],
    ["a\ttabulator", "secretHasBlanks"],
    [" outer-blank", "secretHasBlanks"],
    ["outer-blank ", "secretHasBlanks"],
    ["salt&amp;pepper", "secretHasEntities"],
    ["it&#039;s-mine", "secretHasEntities"],
  ])("%j", (secret, fault) => {
    expect(secretFault("woocommerce", secret)).toBe(fault);
    expect(secretFault("shopify", secret)).toBeNull();
  });
});

test.each([
  "one blank between",
  "100%sure",
  "less<than",
  "salt&pepper",
  'it\'s "quoted"',
  "ümlaut-schlüssel",
])("one that stays as typed is taken: %j", (secret) => {
  expect(secretFault("woocommerce", secret)).toBeNull();
});

/** What `sanitize_text_field` keeps of a text, and what signing makes of it; as WordPress does it. */
function asWordPressKeepsIt(typed: string): string {
  let kept = typed.replace(/<[^<>]*>/g, "");
  while (/%[a-f0-9]{2}/i.test(kept)) kept = kept.replace(/%[a-f0-9]{2}/gi, "");
  kept = kept.replace(/[\r\n\t ]+/g, " ").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  return kept
    .replace(/&(lt|#0*60|#x0*3c);?/gi, "<")
    .replace(/&(gt|#0*62|#x0*3e);?/gi, ">")
    .replace(/&(quot|#0*34|#x0*22);/gi, '"')
    .replace(/&(apos|#0*39|#x0*27);/gi, "'")
    .replace(/&(amp|#0*38|#x0*26);/gi, "&");
}

test("whatever is taken signs as it was typed", () => {
  const nearly = stringMatching(/^[a-d<>%&;# 0-9]{0,24}$/);
  for (const secrets of [string(), nearly]) {
    assert(
      property(secrets, (secret) => {
        if (secretFault("woocommerce", secret) === null) expect(asWordPressKeepsIt(secret)).toBe(secret);
      }),
    );
  }
});

test("the form says so at the secret", () => {
  const store = { type: "woocommerce", name: "Shop", domain: "example.com", webhookSecret: "a<b>%41secret" };
  const issues = newStoreSchema.safeParse(store).error?.issues;
  expect(issues).toMatchObject([{ path: ["webhookSecret"], message: "secretHasTags" }]);
});

test.each([
  ["https://müller.de/laden/", "xn--mller-kva.de/laden"],
  ["my_shop.example.com", "my_shop.example.com"],
])("the form takes the address %s", (domain, expected) => {
  const store = { type: "woocommerce", name: "Shop", domain, webhookSecret: "long enough" };
  expect(newStoreSchema.parse(store).domain).toBe(expected);
});

test("a shop of Shopify has no folder", () => {
  const store = {
    type: "shopify",
    name: "Shop",
    domain: "https://a.myshopify.com/admin/x",
    webhookSecret: "long enough",
  };
  expect(newStoreSchema.parse(store).domain).toBe("a.myshopify.com");
});

test.each(["shop..com", "-shop.com", "!", "two words"])("the form refuses the address %s", (domain) => {
  const store = { type: "woocommerce", name: "Shop", domain, webhookSecret: "long enough" };
  expect(newStoreSchema.safeParse(store).error?.issues).toMatchObject([{ path: ["domain"] }]);
});
