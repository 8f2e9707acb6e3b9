import { expect, test } from "vitest";
import { exportHref } from "#components/list/export/export-href.ts";

const columns = ["customer", "phone", "city"];

test.each([
  ["/leads/export", [], "/leads/export"],
  ["/leads/export", ["phone"], "/leads/export?columns=customer,city"],
  ["/leads/export?q=ana", ["phone", "city"], "/leads/export?q=ana&columns=customer"],
  ["/leads/export?q=ana", ["a-column-of-old"], "/leads/export?q=ana"],
])("%s without %j is at %s", (href, leftOut, expected) => {
  expect(exportHref(href, columns, leftOut)).toBe(expected);
});
