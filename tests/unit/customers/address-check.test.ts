import { describe, expect, it } from "vitest";
import { addressIssues, type CheckedAddress } from "#lib/customers/address-check.ts";

const cluj: CheckedAddress = {
  street: "Str. Florilor 12",
  city: "Cluj-Napoca",
  zip: "400394",
  country: "RO",
};

function issues(changes: Partial<CheckedAddress>, phone: string | null = null) {
  return addressIssues({ ...cluj, ...changes }, phone);
}

describe("an address", () => {
  it("that can be right has no issue", () => {
    expect(issues({}, "+40722145880")).toEqual([]);
  });

  it.each([
    ["RO", "400 394", "40039"],
    ["RO", "RO-400394", "4003945"],
    ["HU", "1051", "10511"],
    ["BG", "1000", "100"],
    ["GR", "106 71", "1067"],
    ["IT", "00184", "184"],
    ["ES", "28013", "58013"],
    ["DE", "10115", "1011"],
    ["FR", "75001", "7500"],
    ["PL", "00-001", "0-001"],
    ["CZ", "110 00", "1100"],
    ["SK", "811 01", "711 01"],
    ["PT", "1000-205", "1000"],
    ["HR", "10000", "90000"],
    ["SI", "1000", "10000"],
    ["GB", "sw1a 1aa", "SW1A"],
    ["US", "94103-1234", "9410"],
    ["AT", "1010", "10100"],
    ["BE", "1000", "0100"],
    ["NL", "1012 JS", "1012"],
  ])("in %s: the postcode %s has the right shape, %s has not", (country, right, wrong) => {
    expect(issues({ country, zip: right })).toEqual([]);
    expect(issues({ country, zip: wrong })).toEqual(["postcode"]);
  });

  it("without a postcode can be right: many stores don't ask for one", () => {
    expect(issues({ zip: null })).toEqual([]);
    expect(issues({ zip: " " })).toEqual([]);
  });

  it("needs a house number, or a word that there is none", () => {
    expect(issues({ street: "Str. Florilor" })).toEqual(["houseNumber"]);
    for (const street of ["Str. Florilor f.n.", "Str. Florilor FN", "Str. Florilor, fără număr"])
      expect(issues({ street })).toEqual([]);
    expect(issues({ street: "Calle Mayor s/n", country: "ES", zip: "28013" })).toEqual([]);
    expect(issues({ street: "Rose Cottage, Mill Lane", country: "GB", zip: "OX4 1AA" })).toEqual([]);
    expect(issues({ street: "Λεωφόρος ١٢", country: "GR", zip: "10671" })).toEqual([]);
  });

  it("and a phone of another country don't go together", () => {
    expect(issues({}, "+359888123456")).toEqual(["phoneCountry"]);
    expect(issues({ country: "US", zip: "94103" }, "+16135550123")).toEqual([]);
    expect(issues({}, "0722 145 880")).toEqual([]);
    expect(issues({}, "call me")).toEqual([]);
  });

  it("is incomplete without a street or a city, in any country", () => {
    expect(issues({ street: null })).toEqual(["incomplete"]);
    expect(issues({ city: " " })).toEqual(["incomplete"]);
    expect(issues({ street: null, country: null, zip: "?" }, "+359888123456")).toEqual(["incomplete"]);
  });

  it("of an unknown country is only looked at for what is missing", () => {
    for (const country of ["BR", "Romania", null, "toString"])
      expect(issues({ country, zip: "?", street: "No number" }, "+359888123456")).toEqual([]);
  });

  it("can have several issues", () => {
    expect(issues({ zip: "1", street: "Florilor", city: null }, "+359888123456")).toEqual([
      "incomplete",
      "postcode",
      "houseNumber",
      "phoneCountry",
    ]);
  });
});
