import { getCountries } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { countryCodes } from "#lib/customers/countries.ts";

test("every country whose phone numbers can be read may be chosen, and no other", () => {
  expect([...countryCodes].sort()).toEqual([...getCountries()].sort());
});
