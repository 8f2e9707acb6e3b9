import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mayReadOtherwise,
  methodKeys,
  type OrderGroup,
  paymentQuestions,
  type StoreAnswers,
  shownAnswers,
} from "#lib/stores/answers.ts";
import { paymentAnswerKinds } from "#lib/stores/model.ts";

const nothingSaid: StoreAnswers = { codGateways: [], paymentMethods: {}, statusMap: {} };

function said(paymentMethods: StoreAnswers["paymentMethods"]): StoreAnswers {
  return { ...nothingSaid, paymentMethods };
}

function group(changes: Partial<OrderGroup> = {}): OrderGroup {
  const base = {
    gateways: ["Trusty Pay"],
    storeStatus: null,
    isPaymentUnknown: true,
    isStatusUnknown: false,
  };
  return { ...base, orders: 1, ...changes };
}

describe("what is asked about payment methods", () => {
  test("is each method that nobody knows, the most orders first", () => {
    const unknown = [
      { gateways: ["Trusty Pay"], orders: 2 },
      { gateways: [], orders: 7 },
      { gateways: ["trusty-pay!"], orders: 1 },
      { gateways: ["Other Way"], orders: 4 },
    ];
    expect(paymentQuestions(unknown, nothingSaid)).toEqual([
      { names: [], orders: 7 },
      { names: ["Other Way"], orders: 4 },
      { names: ["Trusty Pay"], orders: 3 },
    ]);
  });

  test("is asked once of a method with an id and titles, by the title that most orders have", () => {
    const unknown = [
      { gateways: ["trusty_x", "Încredere"], orders: 1 },
      { gateways: ["trusty_x", "Trust"], orders: 5 },
    ];
    expect(paymentQuestions(unknown, nothingSaid)).toEqual([{ names: ["trusty_x", "Trust"], orders: 6 }]);
  });

  test("leaves out what is known beside it, and what is answered", () => {
    const unknown = [
      { gateways: ["gift_card", "Trusty Pay"], orders: 1 },
      { gateways: ["Other Way"], orders: 1 },
    ];
    expect(paymentQuestions(unknown, said({ "other way": "prepaid" }))).toEqual([
      { names: ["Trusty Pay"], orders: 1 },
    ]);
  });

  test("ends when every question is answered, whatever the answers", () => {
    const name = constantFrom("Trusty Pay", "trusty_x", "Trust", "Other Way", "Visa", "Ramburs", "—");
    const unknown = array(record({ gateways: array(name, { maxLength: 3 }), orders: integer({ min: 1 }) }));
    assert(
      property(
        unknown,
        array(constantFrom(...paymentAnswerKinds), { minLength: 20, maxLength: 20 }),
        (groups, kinds) => {
          let answers = nothingSaid;
          const asked: string[] = [];
          for (const kind of kinds) {
            const [question] = paymentQuestions(groups, answers);
            if (!question) break;
            const keys = methodKeys(question.names);
            expect(asked).not.toEqual(expect.arrayContaining(keys));
            asked.push(...keys);
            answers = said({
              ...answers.paymentMethods,
              ...Object.fromEntries(keys.map((key) => [key, kind])),
            });
          }
          expect(paymentQuestions(groups, answers)).toEqual([]);
        },
      ),
    );
  });
});

describe("answers are shown", () => {
  test("by the names that orders give, once for all names of a method, and else by their keys", () => {
    const methods = {
      "trusty x": "prepaid",
      trust: "prepaid",
      "": "pay_later",
      forgotten: "cash_on_delivery",
    } as const;
    const orders = [{ gateways: ["Visa"] }, { gateways: ["trusty_x", "Trust"] }, { gateways: [] }];
    expect(shownAnswers(methods, orders)).toEqual([
      { names: ["trusty_x", "Trust"], kind: "prepaid" },
      { names: [], kind: "pay_later" },
      { names: ["forgotten"], kind: "cash_on_delivery" },
    ]);
    expect(
      shownAnswers(methods, [])
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(Object.values(methods).sort());
  });
});

describe("past orders may read otherwise", () => {
  test.each<[string, OrderGroup, StoreAnswers, StoreAnswers]>([
    ["their method was answered", group(), nothingSaid, said({ "trusty pay": "prepaid" })],
    ["its answer changed", group({ isPaymentUnknown: false }), said({ "trusty pay": "prepaid" }), said({})],
    ["one of two names was", group({ gateways: ["x", "Trusty Pay"] }), said({}), said({ x: "prepaid" })],
    ["none is named, and that was answered", group({ gateways: [] }), said({}), said({ "": "pay_later" })],
    ["their method is called cash on delivery", group(), said({}), { ...said({}), codGateways: ["trusty"] }],
    ["they were left unknown", group(), said({ "trusty pay": "prepaid" }), said({ "trusty pay": "prepaid" })],
  ])("when %s", (_, orders, before, now) => {
    expect(mayReadOtherwise(orders, before, now)).toBe(true);
  });

  const mapped: StoreAnswers = { ...nothingSaid, statusMap: { weird: "delivered" } };

  test("when their status was mapped, and when the mapping goes", () => {
    const orders = group({ gateways: ["Visa"], isPaymentUnknown: false, storeStatus: "weird" });
    expect(mayReadOtherwise(orders, nothingSaid, mapped)).toBe(true);
    expect(mayReadOtherwise(orders, mapped, nothingSaid)).toBe(true);
    expect(mayReadOtherwise(orders, mapped, mapped)).toBe(false);
    expect(mayReadOtherwise({ ...orders, isStatusUnknown: true }, mapped, mapped)).toBe(true);
  });

  test("and not when something else was said", () => {
    expect(mayReadOtherwise(group(), nothingSaid, said({ "other way": "prepaid" }))).toBe(false);
    expect(mayReadOtherwise(group({ storeStatus: "toString" }), nothingSaid, mapped)).toBe(false);
  });
});
