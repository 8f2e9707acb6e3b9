import { describe, expect, it } from "vitest";
import { type Contact, storeNews } from "#lib/customers/model.ts";

const present: Contact = {
  name: "Ana Pop",
  email: null,
  phone: null,
  street: "Strada Lungă 7A",
  city: "Cluj-Napoca",
  region: null,
  zip: null,
  country: "RO",
};
const corrections = {
  street: { storeValue: "Strada Lunga 7", userId: "someone", correctedAt: "2026-03-02T10:00:00Z" },
};

describe("what a store says of a corrected field", () => {
  it("is news when it is neither what it said then nor what counts now", () => {
    expect(storeNews({ street: "Strada Scurta 9" }, corrections, present)).toEqual({
      street: "Strada Scurta 9",
    });
  });

  it.each([
    ["what it said when the field was corrected", { street: "Strada Lunga 7" }],
    ["the correction itself", { street: "Strada Lungă 7A" }],
    ["nothing", {}],
    ["something of a field that nobody corrected", { city: "Turda" }],
  ])("is no news when it is %s", (_what, said) => {
    expect(storeNews(said, corrections, present)).toEqual({});
  });
});
