import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { TimelineSentence } from "#components/leads/timeline-sentence.tsx";
import { type LeadEventType, personalEventTypes } from "#lib/sales/timeline/kinds.ts";
import messages from "#messages/en/index.ts";

/** The words of an entry that Ana made. */
function sentence(type: LeadEventType, details: Record<string, string | null>): string {
  const event = { id: "1", type, details, occurredAt: new Date(), person: "Ana" };
  const children = createElement(TimelineSentence, { event });
  const provided = { locale: "en", messages, timeZone: "UTC", children } as const;
  const markup = renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
  return markup.replaceAll(/<[^>]+>/g, "").replaceAll("&#x27;", "'");
}

describe("the sentence of an entry", () => {
  test("says what was corrected", () => {
    const details = { field: "name", from: "Vera", to: "Vera Iancu" };
    expect(sentence("customer_corrected", details)).toBe("Ana corrected the name: Vera → Vera Iancu");
  });

  test.each([
    ["capture", "success", "Payment of RON 20.00 went through"],
    ["authorization", "pending", "Authorisation of RON 20.00 is pending"],
    ["void", "error", "Cancelling the payment of RON 20.00 failed"],
    ["refund", "chargeback", "Refund of RON 20.00"],
  ])("of a payment (%s, %s) is whole, without a status that nobody knows", (kind, status, said) => {
    const details = { kind, status, amount: "20.00", currency: "RON" };
    expect(sentence("payment", details).replaceAll("\u00a0", " ")).toBe(said);
  });

  test.each(personalEventTypes)(
    "of the kind %s is whole without the details that a redaction took",
    (type) => {
      expect(sentence(type, {})).toMatch(/^(Ana|The [a-z']+) [a-z]+( [a-z']+)+$/);
    },
  );
});
