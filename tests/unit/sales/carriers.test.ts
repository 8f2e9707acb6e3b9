import { expect, test } from "vitest";
import { carriers, trackingOf } from "#lib/sales/carriers.ts";

test.for([
  ["1Z5R89390357567127", null, "UPS"],
  ["1z 5R89 3903 5756 7127", "Sameday 24h", "UPS"],
  ["RB123456785US", null, "USPS"],
  ["0722123456", "DHL Express", "DHL"],
  ["2150012345678", "FAN Courier - standard", "FAN Courier"],
  ["1ONB22343", "Livrare Sameday (easybox)", "Sameday"],
] as const)("the parcel %s, sent by %s, is looked up at %s", ([number, method, carrier]) => {
  const tracking = trackingOf(number, method);
  expect(tracking?.carrier).toBe(carrier);
  expect(tracking?.address).toContain(number.replace(/\s/g, "").toUpperCase());
});

test.for([
  ["0722123456", null],
  ["1Z5R89390357567128", null],
  ["RB123456786US", null],
  ["RB123456785DE", null],
  ["javascript:alert(1)", "UPS"],
  ["12345678", "Fanatic delivery"],
  ["123", "GLS"],
] as const)("nobody knows where the parcel %s is, sent by %s", ([number, method]) => {
  expect(trackingOf(number, method)).toBeNull();
});

test("every carrier's page is on the web and takes the number", () => {
  for (const { address } of carriers) expect(address).toMatch(/^https:\/\/[^{]+\{number\}$/);
});
