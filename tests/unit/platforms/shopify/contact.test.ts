import { describe, expect, test } from "vitest";
import { shopifyAddress } from "#tests/fixtures/shopify-order.ts";
import { orderFrom } from "./read.ts";

const none = {
  customer: null,
  email: null,
  contact_email: null,
  shipping_address: null,
  billing_address: null,
};
const person = (first_name: string | null, last_name: string | null, changes: Record<string, unknown> = {}) =>
  shopifyAddress({ name: null, first_name, last_name, ...changes });

describe("the buyer", () => {
  const veta = person("Bunica", "Veta", { phone: "0722 000 002" });

  test.each([
    [
      "who is billed",
      { billing_address: person("Mara", "Ion"), shipping_address: veta },
      "Mara Ion",
      "Bunica Veta",
    ],
    ["the customer where nobody is billed", { shipping_address: veta }, "Ana Pop", "Bunica Veta"],
    [
      "who receives where nobody else is named",
      { ...none, shipping_address: veta },
      "Bunica Veta",
      "Bunica Veta",
    ],
    [
      "the customer who pays with somebody else's card and receives herself",
      { billing_address: person("Dan", "Pop"), shipping_address: person("ANA", "Pop") },
      "ANA Pop",
      "ANA Pop",
    ],
    [
      "a company where no person is named",
      {
        ...none,
        billing_address: person(null, null, { company: "Atelier Nord SRL" }),
        shipping_address: veta,
      },
      "Atelier Nord SRL",
      "Bunica Veta",
    ],
    [
      "a business by the name of its account",
      { ...none, company: { id: 1, name: "Nord SRL" } },
      "Nord SRL",
      "Nord SRL",
    ],
    ["nobody", none, null, null],
  ])("is %s", (_, changes, buyer, recipient) => {
    expect(orderFrom(changes)).toMatchObject({ buyer: { name: buyer }, recipient: { name: recipient } });
  });

  test.each([
    ["the order", { phone: "1" }, "1"],
    ["the shipping address", { phone: "", shipping_address: shopifyAddress({ phone: "2" }) }, "2"],
    [
      "the billing address",
      { shipping_address: shopifyAddress({ phone: null }), billing_address: { phone: "3" } },
      "3",
    ],
    ["the customer", { shipping_address: null, customer: { id: 1, phone: "4" } }, "4"],
    ["the customer's usual address", { ...none, customer: { default_address: { phone: "5" } } }, "5"],
  ])("has the phone of %s first", (_, changes, phone) => {
    const { buyer, recipient } = orderFrom(changes);
    expect([buyer.phone, recipient.phone]).toEqual([phone, phone]);
  });

  test("has the e-mail of the order, else of its contact, else of the customer", () => {
    const customer = { id: 1, email: "c@example.com" };
    expect(orderFrom({ email: "", contact_email: "b@example.com", customer }).buyer.email).toBe(
      "b@example.com",
    );
    expect(orderFrom({ email: null, contact_email: null, customer }).buyer.email).toBe("c@example.com");
  });

  test("has other phones, each once, the own ones first", () => {
    const order = orderFrom({
      phone: "+40 722 123 456",
      shipping_address: shopifyAddress({ phone: "+40722123456" }),
      billing_address: shopifyAddress({ phone: "0733 000 001" }),
      note_attributes: [
        { name: "WhatsApp", value: "0744 000 002" },
        { name: "Contact", value: "+40755000003" },
        { name: "Order reference", value: "0766000004" },
        { name: "Telefon", value: "da" },
      ],
    });
    expect(order.buyer.phone).toBe("+40 722 123 456");
    expect(order.otherPhones).toEqual(["0733 000 001", "0744 000 002", "+40755000003"]);
  });

  test.each([
    ["Ana Maria Pop", "Ana Pop"],
    ["Ana Pop", "Pop Ana-Maria"],
    ["Ana", "Ana Pop"],
  ])("%s is no other than the addressee %s, whose phone it is", (billed, addressed) => {
    const billing_address = shopifyAddress({ name: billed, phone: null });
    const shipping_address = shopifyAddress({ name: addressed, phone: "0722 123 456" });
    const { buyer, recipient } = orderFrom({ customer: null, billing_address, shipping_address });
    expect(buyer.phone).toBe("0722 123 456");
    expect(recipient).toMatchObject({ phone: "0722 123 456", email: buyer.email });
  });

  test("whose account and address name one person has the fuller name", () => {
    const customer = { id: 1, first_name: "Ana Maria", last_name: "Pop" };
    expect(orderFrom({ customer, shipping_address: shopifyAddress() }).buyer.name).toBe("Ana Maria Pop");
  });

  test("of a gift never has the phone of an address that is the recipient's", () => {
    const customer = { id: 1, first_name: "Mara", last_name: "Ion", default_address: veta };
    expect(orderFrom({ customer, shipping_address: veta })).toMatchObject({
      buyer: { name: "Mara Ion", phone: null, street: null },
      otherPhones: [],
    });
  });

  test("of a gift never has the recipient's phone, be it the only one", () => {
    const order = orderFrom({
      customer: { id: 1, first_name: "Mara", last_name: "Ion" },
      shipping_address: veta,
    });
    expect(order).toMatchObject({
      buyer: { name: "Mara Ion", phone: null, street: null },
      recipient: { name: "Bunica Veta", phone: "0722 000 002", street: "Strada Lunga 7, ap. 3" },
      otherPhones: [],
    });
  });
});

describe("an address", () => {
  const bare = {
    country: "Romania",
    country_code: "RO",
    province: "Cluj",
    name: null,
    first_name: "",
    address1: false,
  };

  test("of nothing but a country and a region means the billing address", () => {
    const order = orderFrom({
      shipping_address: bare,
      billing_address: shopifyAddress({ address1: "Strada B 2" }),
    });
    expect(order.recipient).toMatchObject({ street: "Strada B 2, ap. 3", city: "Cluj-Napoca" });
  });

  test("of a name without a place goes to where the bill goes", () => {
    const order = orderFrom({
      shipping_address: { ...bare, name: "Bunica Veta", phone: "1" },
      billing_address: shopifyAddress(),
    });
    expect(order.recipient).toMatchObject({ name: "Bunica Veta", phone: "1", city: "Cluj-Napoca" });
  });

  test("missing altogether is the customer's usual one", () => {
    const order = orderFrom({ ...none, customer: { id: 1, default_address: shopifyAddress() } });
    expect(order.buyer).toMatchObject({ name: "Ana Pop", city: "Cluj-Napoca", country: "RO" });
    expect(order.recipient).toEqual(order.buyer);
  });

  test.each([
    ["the region by its name", { province: "Bavaria", province_code: "BY" }, { region: "Bavaria" }],
    ["the region by its code's name", { province: null, province_code: "BV" }, { region: "Brașov" }],
    ["the region by a code that nobody knows", { province: null, province_code: "XX" }, { region: "XX" }],
    ["the country by its code", { country_code: "de" }, { country: "DE" }],
    ["a code that stands for a name", { country_code: null, country: "DE" }, { country: "DE" }],
    ["no country that is only named", { country_code: null, country: "Germany" }, { country: null }],
  ])("has %s", (_, changes, expected) => {
    expect(orderFrom({ shipping_address: shopifyAddress(changes) }).recipient).toMatchObject(expected);
  });
});
