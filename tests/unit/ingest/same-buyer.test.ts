import { expect, test } from "vitest";
import { isSameBuyer, type NamedBuyer } from "#lib/ingest/same-buyer.ts";

function buyer(said: Partial<NamedBuyer>): NamedBuyer {
  return { name: null, email: null, phone: null, externalCustomerId: null, ...said };
}

const ion = { email: "ion@example.com", phone: "+40721000001", externalCustomerId: "7001" };

test.each<[string, Partial<NamedBuyer>, Partial<NamedBuyer>, boolean, boolean]>([
  ["says nothing new", ion, ion, false, true],
  ["has another phone", ion, { ...ion, phone: "+40721000002" }, false, true],
  [
    "has another e-mail and phone",
    ion,
    { ...ion, email: "ana@example.com", phone: "+40721000002" },
    true,
    false,
  ],
  ["names nobody any more", ion, {}, false, true],
  [
    "names another account with another e-mail",
    ion,
    { ...ion, externalCustomerId: "7003", email: "ana@example.com" },
    true,
    false,
  ],
  [
    "names another account with the same e-mail",
    ion,
    { externalCustomerId: "7003", email: ion.email },
    false,
    true,
  ],
  [
    "names another account, of which nothing can be compared, with another name",
    { phone: ion.phone, externalCustomerId: "7001" },
    { email: "ana@example.com", externalCustomerId: "7003" },
    false,
    false,
  ],
  [
    "names another account, of which nothing can be compared, with the same name",
    { phone: ion.phone, externalCustomerId: "7001" },
    { email: ion.email, externalCustomerId: "7003" },
    true,
    true,
  ],
  [
    "has only another e-mail, and another name",
    { email: ion.email },
    { email: "ana@example.com" },
    false,
    false,
  ],
  [
    "has only another e-mail, and the same name",
    { email: ion.email },
    { email: "ion2@example.com" },
    true,
    true,
  ],
])("an order that %s", (_, was, is, namesAgree, isSame) => {
  expect(isSameBuyer(buyer(was), buyer(is), namesAgree)).toBe(isSame);
});
