import { describe, expect, test } from "vitest";
import { regionName } from "#lib/platforms/regions.ts";
import { emptyWooAddress, wooAddress } from "#tests/fixtures/woocommerce-order.ts";
import { meta, orderFrom } from "./read.ts";

describe("the recipient", () => {
  const onlyCountry = { ...emptyWooAddress, country: "RO", state: "CJ" };

  test("lives at the billing address when the shipping address is but a country", () => {
    const { buyer, recipient } = orderFrom({ shipping: onlyCountry });
    expect(recipient).toEqual(buyer);
    expect(recipient.street).toBe("Strada Lunga 7");
  });

  test.each(["Ana Maria", "ANA", "Anà"])("called %s is the buyer Ana, reached as she is", (first_name) => {
    const shipping = wooAddress({ first_name, phone: "", email: "", city: "Blaj" });
    const { recipient } = orderFrom({ shipping });
    expect(recipient).toMatchObject({ name: `${first_name} Pop`, phone: "0722123456", city: "Blaj" });
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

describe("fields that plug-ins add to addresses", () => {
  const street = { address_1: "Rua das Flores", address_2: "ap 3" };
  const fields = {
    number: "123",
    neighborhood: "Centro",
    cpf: "123.456.789-00",
    cellphone: "(11) 91234-5678",
  };
  const about = { persontype: "F", birthdate: "1990-01-01", sex: "F" };

  test("of Brazil's checkout become street, tax number and second phone", () => {
    const read = orderFrom({ billing: wooAddress({ ...street, ...fields, ...about }) });
    expect(read.buyer.street).toBe("Rua das Flores, 123, ap 3, Centro");
    expect(read.recipient.street).toBe("Rua das Flores, 123, ap 3, Centro");
    expect(read).toMatchObject({ taxNumber: fields.cpf, otherPhones: [fields.cellphone], attributes: [] });
  });

  test("are the same in the order's own list", () => {
    const meta_data = Object.entries(fields).map(([key, value]) => meta(`_billing_${key}`, value));
    const read = orderFrom({ billing: wooAddress(street), meta_data });
    expect(read.buyer.street).toBe("Rua das Flores, 123, ap 3, Centro");
    expect(read).toMatchObject({ taxNumber: fields.cpf, otherPhones: [fields.cellphone], attributes: [] });
  });

  test.each([
    [
      "Kerkstraat 12 B",
      { _billing_house_number: "12", _billing_house_number_suffix: "B" },
      "Kerkstraat 12 B",
    ],
    ["Kerkstraat 12B", { _billing_house_number: "12", _billing_house_number_suffix: "B" }, "Kerkstraat 12B"],
    ["Kerkstraat", { _billing_street_name: "Kerkstraat", _billing_house_number: "12" }, "Kerkstraat, 12"],
    ["Calea 123", { billing_number: "12" }, "Calea 123, 12"],
    ["Strada Lunga", { _shipping_number: "7" }, "Strada Lunga"],
  ])("tell the house number of %s once", (address_1, said, whole) => {
    const meta_data = Object.entries(said).map(([key, value]) => meta(key, value));
    const read = orderFrom({ billing: wooAddress({ address_1 }), meta_data });
    expect(read.buyer.street).toBe(whole);
    expect(read.attributes).toEqual([]);
  });

  test("that ask something else are kept as answers", () => {
    const read = orderFrom({ billing: wooAddress({ landmark: "near the park", odd: { a: 1 } }) });
    expect(read.attributes).toEqual([{ label: "Landmark", value: "near the park" }]);
  });
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
