import { assert, domain, mixedCase, property } from "fast-check";
import { expect, test } from "vitest";
import { normaliseDomain } from "#lib/stores/model.ts";

test.each([
  ["example.com", "example.com"],
  ["  Example.COM ", "example.com"],
  ["https://example.com/", "example.com"],
  ["http://example.com", "example.com"],
  ["HTTPS://www.Example.com/shop/?a=b#c", "example.com"],
  ["http://example.com/wordpress/", "example.com"],
  ["example.com?page=1", "example.com"],
  ["https://example.com:443/", "example.com"],
  ["http://example.com:80", "example.com"],
  ["http://localhost:8080/wordpress/", "localhost:8080"],
  ["example.com.", "example.com"],
  ["www.example.com", "example.com"],
  ["shop.myshopify.com", "shop.myshopify.com"],
  ["https://www.shop.example.com", "shop.example.com"],
  ["wwwexample.com", "wwwexample.com"],
  ["", ""],
])("%s is the store %s", (address, expected) => {
  expect(normaliseDomain(address)).toBe(expected);
});

test("an address names the same store however it is pasted", () => {
  assert(
    property(mixedCase(domain()), (name) => {
      const expected = normaliseDomain(name);
      expect(normaliseDomain(`https://${name}/path/?query`)).toBe(expected);
      expect(normaliseDomain(` http://www.${name}:80 `)).toBe(normaliseDomain(`www.${name}`));
      expect(normaliseDomain(expected)).toBe(expected);
    }),
  );
});
