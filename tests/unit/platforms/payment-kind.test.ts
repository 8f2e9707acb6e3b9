import { array, assert, constantFrom, property, string, stringMatching, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { methodKey, type PaymentAnswers, paymentKindOf } from "#lib/platforms/payment-kind.ts";
import { type PaymentKind, paymentKinds } from "#lib/sales/statuses.ts";
import { computingTime } from "#tests/support/computing-time.ts";
import { cashNames, laterNames, prepaidNames, unclearNames } from "./payment-names.ts";

const nothingSaid: PaymentAnswers = { codGateways: [], paymentMethods: {} };

function kindOf(...gateways: string[]): PaymentKind {
  return paymentKindOf(gateways, nothingSaid);
}

describe("by its name alone", () => {
  test.each(cashNames)("%s is paid at the door", (name) => {
    expect(kindOf(name)).toBe("cash_on_delivery");
  });

  test.each(laterNames)("%s is paid later", (name) => {
    expect(kindOf(name)).toBe("pay_later");
  });

  test.each(prepaidNames)("%s is prepaid", (name) => {
    expect(kindOf(name)).toBe("prepaid");
  });

  test.each(unclearNames)("%s says nothing for sure", (name) => {
    expect(kindOf(name)).toBe("unknown");
  });
});

describe("several methods", () => {
  test.each<[string[], PaymentKind]>([
    [["gift_card", "Cash on Delivery (COD)"], "cash_on_delivery"],
    [["cod", "Plata la livrare"], "cash_on_delivery"],
    [["bacs", "Transfer bancar"], "pay_later"],
    [["shopify_payments", "Bank Deposit"], "pay_later"],
    [["manual", "Bank Deposit", "COD"], "cash_on_delivery"],
    [["shopify_payments", "gift_card"], "prepaid"],
    [["visa", "bogus"], "prepaid"],
    [["shopify_payments", "manual"], "unknown"],
    [["", "shopify_payments"], "prepaid"],
  ])("%j are %s", (gateways, kind) => {
    expect(kindOf(...gateways)).toBe(kind);
  });

  test("are cash on delivery if one is, else pay later if one is, else prepaid if all are", () => {
    const byKind: Record<PaymentKind, string[]> = {
      cash_on_delivery: cashNames,
      pay_later: laterNames,
      prepaid: prepaidNames,
      unknown: unclearNames,
    };
    const name = constantFrom(...paymentKinds).chain((kind) =>
      tuple(constantFrom(kind), constantFrom(...byKind[kind])),
    );
    assert(
      property(array(name, { minLength: 1, maxLength: 4 }), (methods) => {
        const kinds = methods.map(([kind]) => kind);
        const decisive = (["cash_on_delivery", "pay_later", "unknown"] as const).find((kind) =>
          kinds.includes(kind),
        );
        expect(kindOf(...methods.map(([, method]) => method))).toBe(decisive ?? "prepaid");
      }),
    );
  });
});

describe("no method", () => {
  test("is unknown until the owner says what it means", () => {
    const answers = { codGateways: ["ramburs"], paymentMethods: { "": "prepaid" as const } };
    for (const gateways of [[], [""], [" ", "()"]]) {
      expect(paymentKindOf(gateways, nothingSaid)).toBe("unknown");
      expect(paymentKindOf(gateways, answers)).toBe("prepaid");
    }
    expect(paymentKindOf(["manual"], answers)).toBe("unknown");
  });
});

describe("what the owner says", () => {
  test("wins over what Astra knows", () => {
    const answered = (name: string, kind: PaymentKind) =>
      paymentKindOf([name], { codGateways: [], paymentMethods: { [methodKey(name)]: kind } });
    for (const name of ["Cash on delivery", "stripe", "bacs", "manual", "constructor"])
      for (const kind of paymentKinds) expect(answered(name, kind)).toBe(kind);
  });

  test("of a method counts however its name is written", () => {
    const paymentMethods = { [methodKey("Plătesc la ușă!")]: "pay_later" as const };
    expect(paymentKindOf(["PLATESC  LA USA"], { codGateways: [], paymentMethods })).toBe("pay_later");
  });

  test("of cash on delivery may be part of a name, but no part of a word", () => {
    const codGateways = ["Budget", "", " ", "-"];
    const kind = (name: string) => paymentKindOf([name], { codGateways, paymentMethods: {} });
    expect(kind("BUDGET Allocation")).toBe("cash_on_delivery");
    expect(kind("Budgeting")).toBe("unknown");
    expect(kind("stripe")).toBe("prepaid");
  });
});

/** Words that no language of the tables has. */
const other = stringMatching(/^[qx][a-z]{3,7}$/);
const others = array(other, { maxLength: 3 });

const written = constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLocaleUpperCase("tr"),
  (name) => name.toLowerCase(),
  (name) => name.normalize("NFD"),
  (name) => name.normalize("NFD").replace(/\p{M}/gu, ""),
  (name) => name.replaceAll(" ", "_"),
  (name) => `${name}!`.replaceAll(" ", "\u00a0- "),
);

/** Phrases, each as the words between which others may stand. */
const cashPhrases = [
  ["Cash", "on", "Delivery"],
  ["Pay", "upon", "receipt"],
  ["Card", "on", "delivery"],
  ["COD"],
  ["Plată", "la", "livrare"],
  ["Numerar", "la", "curier"],
  ["Ramburs"],
  ["Paiement", "à", "livraison"],
  ["Contre", "remboursement"],
  ["Kapıda", "ödeme"],
  ["Kapıda", "nakit"],
  ["الدفع", "عند", "الاستلام"],
  ["نقدًا", "عند", "التسليم"],
  ["Pago", "al", "recibir"],
  ["Contra", "reembolso"],
  ["Pagamento", "na", "entrega"],
  ["Pagamento", "alla", "consegna"],
  ["Накладений", "платіж"],
  ["Оплата", "при", "отриманні"],
  ["Наложенный", "платёж"],
  ["Оплата", "при", "получении"],
  ["Плащане", "при", "доставка"],
  ["Плаћање", "поузећем"],
  ["Plaćanje", "prilikom", "preuzimanja"],
  ["Barzahlung", "bei", "Lieferung"],
  ["Nachnahme"],
  ["Płatność", "przy", "odbiorze"],
  ["Platba", "při", "převzetí"],
  ["Készpénz", "átvételkor"],
  ["Πληρωμή", "κατά", "παράδοση"],
  ["Αντικαταβολή"],
  ["ক্যাশ", "অন", "ডেলিভারি"],
  ["कैश", "ऑन", "डिलीवरी"],
  ["תשלום", "בעת", "המסירה"],
  ["پرداخت", "در", "محل"],
  ["Thanh toán", "khi", "nhận hàng"],
];

describe("whatever words stand between and around", () => {
  test("a name that means cash on delivery still does", () => {
    const name = constantFrom(...cashPhrases).chain((phrase) =>
      tuple(others, ...phrase.map(() => others)).map(([before, ...after]) =>
        [...before, ...phrase.flatMap((word, index) => [word, ...(after[index] ?? [])])].join(" "),
      ),
    );
    assert(
      property(name, written, (phrase, write) => {
        expect(kindOf(write(phrase))).toBe("cash_on_delivery");
      }),
      { numRuns: 1_000 },
    );
  });

  test("a denied one does not", () => {
    const phrase = constantFrom(...cashPhrases.filter(([first]) => /^[CPRN]/.test(first ?? "")));
    assert(
      property(phrase, constantFrom("no", "without", "fără", "kein", "sans", "sin", "senza"), (words, no) => {
        expect(kindOf(`${no} ${words.join(" ")}`)).not.toBe("cash_on_delivery");
      }),
    );
  });

  test("words in which a known one is hidden mean nothing", () => {
    const hidden = constantFrom("cod", "ramburs", "stripe", "card", "bacs", "cheque", "paypal", "nachnahmx");
    assert(
      property(other, hidden, other, (before, word, after) => {
        expect(kindOf(`${before}${word}${after}`)).toBe("unknown");
      }),
    );
  });

  test("other words are no payment at all", () => {
    assert(
      property(array(stringMatching(/^[a-z]{5,9}$/), { maxLength: 6 }), (words) => {
        expect(kindOf(words.join(" "))).not.toBe("cash_on_delivery");
      }),
    );
    // Without Latin letters, of which two or three by chance are a card's short name ("CB").
    const foreign = string({ unit: "binary", maxLength: 60 }).filter(
      (name) => !/\p{Script=Latin}/u.test(name),
    );
    assert(
      property(foreign, (name) => {
        expect(kindOf(name)).toBe("unknown");
      }),
    );
  });

  test.each(["pay ", "on ", "cash on ", "no pay ", "货到"])("%j over and over is read quickly", (words) => {
    expect(computingTime(() => kindOf(words.repeat(2_000)))).toBeLessThan(1_000);
  });
});
