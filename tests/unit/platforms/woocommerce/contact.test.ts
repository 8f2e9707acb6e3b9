import { describe, expect, test } from "vitest";
import { regionName } from "#lib/platforms/woocommerce/regions.ts";
import { emptyWooAddress, wooAddress } from "#tests/fixtures/woocommerce-order.ts";
import { orderFrom } from "./read.ts";

describe("the recipient", () => {
  const onlyCountry = { ...emptyWooAddress, country: "RO", state: "CJ" };

  test("lives at the billing address when the shipping address is but a country", () => {
    const { buyer, recipient } = orderFrom({ shipping: onlyCountry });
    expect(recipient).toEqual(buyer);
    expect(recipient.street).toBe("Strada Lunga 7");
  });

  test("of a gift is not the buyer, and lends the buyer neither name nor phone", () => {
    const shipping = wooAddress({ first_name: "Veta", last_name: "Pop", city: "Blaj", phone: "", email: "" });
    const { buyer, recipient } = orderFrom({ shipping });
    expect(buyer).toMatchObject({ name: "Ana Pop", city: "Cluj-Napoca", phone: "0722123456" });
    expect(recipient).toMatchObject({ name: "Veta Pop", city: "Blaj", phone: null, email: null });
  });

  test.each(["", "0733123456"])(
    "who is the buyer at another address is called as the buyer (%o)",
    (phone) => {
      const shipping = wooAddress({ address_1: "Calea Turzii 1", phone, email: "" });
      const { recipient } = orderFrom({ shipping });
      expect(recipient).toMatchObject({ street: "Calea Turzii 1", phone: "0722123456" });
    },
  );
});

describe("the buyer", () => {
  test("is the company when no person is named", () => {
    const company = { first_name: "", last_name: "", company: "Atelier Nord" };
    const { buyer, company: name } = orderFrom({ billing: wooAddress(company) });
    expect(buyer.name).toBe("Atelier Nord");
    expect(name).toBe("Atelier Nord");
  });

  test("of an order without billing is the recipient", () => {
    const { buyer } = orderFrom({ billing: emptyWooAddress, shipping: wooAddress() });
    expect(buyer).toMatchObject({ name: "Ana Pop", phone: "0722123456", city: "Cluj-Napoca" });
  });

  test.each(["Romania", "", null, "R", false])(
    "in a country called %o is in none that is known",
    (country) => {
      expect(orderFrom({ billing: wooAddress({ country }) }).buyer.country).toBeNull();
    },
  );
});

describe("the region", () => {
  test.each([
    ["RO", "CJ", "Cluj"],
    ["RO", "BV", "Brașov"],
    ["RO", "B", "București"],
    ["BG", "BG-22", "Sofia (stolitsa)"],
    ["GR", "I", "Attikí"],
    ["HU", "BU", "Budapest"],
    ["IT", "MI", "Milano"],
    ["ES", "B", "Barcelona"],
    ["IN", "MH", "Mahārāshtra"],
    ["IN", "CT", "Chhattīsgarh"],
    ["IN", "TS", "Telangāna"],
    ["EG", "EGALX", "Al Iskandarīyah"],
    ["MA", "maagd", "Agadir-Ida-Ou-Tanane"],
    ["BD", "BD-13", "Dhaka"],
    ["PK", "SD", "Sindh"],
    ["JP", "JP27", "Ôsaka"],
    ["US", "CA", "California"],
    ["PL", "Mazowieckie", "Mazowieckie"],
    ["AE", "Dubai", "Dubai"],
    ["IR", "THR", "THR"],
    ["RO", "XX", "XX"],
    [null, "CJ", "CJ"],
    ["RO", null, null],
  ])("of %s %s is %s", (country, state, name) => {
    expect(regionName(state, country)).toBe(name);
  });
});
