import { array, assert, constantFrom, domain, mixedCase, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { addressesOf, hostOf, normaliseDomain } from "#lib/stores/model.ts";

test.each([
  ["example.com", "example.com"],
  ["  Example.COM ", "example.com"],
  ["https://example.com/", "example.com"],
  ["http://example.com", "example.com"],
  ["HTTPS://www.Example.com/shop/?a=b#c", "example.com/shop"],
  ["http://example.com/wordpress/", "example.com/wordpress"],
  ["http://example.com//Shops/RO//", "example.com/shops/ro"],
  ["example.com?page=1", "example.com"],
  ["https://example.com:443/", "example.com"],
  ["http://example.com:80", "example.com"],
  ["http://localhost:8080/wordpress/", "localhost:8080/wordpress"],
  ["example.com.", "example.com"],
  ["www.example.com", "example.com"],
  ["shop.myshopify.com", "shop.myshopify.com"],
  ["https://www.shop.example.com", "shop.example.com"],
  ["wwwexample.com", "wwwexample.com"],
  ["https://example.com/wp-admin/admin.php?page=wc-settings", "example.com"],
  ["https://example.com/shop1/wp-login.php", "example.com/shop1"],
  ["https://example.com/index.php/shop", "example.com"],
  ["https://müller-möbel.de/", "xn--mller-mbel-kcb9d.de"],
  ["XN--MLLER-MBEL-KCB9D.de", "xn--mller-mbel-kcb9d.de"],
  ["https://магазин.бг/лампи/", "xn--80aairftm.xn--90ae/%d0%bb%d0%b0%d0%bc%d0%bf%d0%b8"],
  ["http://my_shop.example.com", "my_shop.example.com"],
  ["", ""],
  ["://", ""],
  ["x' or '1'='1", ""],
  ["two words.com", ""],
])("%s is the store %s", (address, expected) => {
  expect(normaliseDomain(address)).toBe(expected);
});

const folder = constantFrom("shop1", "shop2", "ro", "Lămpi", "a b", "%41");

test("an address names the same store however it is pasted", () => {
  assert(
    property(mixedCase(domain()), array(folder, { maxLength: 4 }), (name, folders) => {
      const path = folders.join("/");
      const expected = normaliseDomain(`${name}/${path}`);
      expect(normaliseDomain(`https://${name}/${path}/?query#part`)).toBe(expected);
      expect(normaliseDomain(` http://www.${name}:80/${path} `)).toBe(normaliseDomain(`www.${name}/${path}`));
      expect(normaliseDomain(expected)).toBe(expected);
      expect(hostOf(expected)).toBe(normaliseDomain(name));
    }),
  );
});

describe("the addresses that a shop may be connected by", () => {
  test("are its folder, those above, and the host, the longest first", () => {
    expect(addressesOf("example.com/shops/ro")).toEqual([
      "example.com/shops/ro",
      "example.com/shops",
      "example.com",
    ]);
    expect(addressesOf("example.com")).toEqual(["example.com"]);
  });

  test("are few, however deep a stranger says that it is", () => {
    expect(addressesOf(`example.com${"/a".repeat(1_000)}`).length).toBeLessThan(10);
  });
});
