import { isKnownCurrency, minimumDecimals } from "#lib/base/money/currencies.ts";

/**
 * An amount in the words of a language, with all the decimals it has and at least those of its currency (JPY none, KWD three). What is no
 * currency of ISO 4217 is shown as the store says it.
 *
 * @param amount a decimal string; it is never turned into a float
 */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const number = amount as Intl.StringNumericLiteral;
  const decimals = { minimumFractionDigits: minimumDecimals(currency), maximumFractionDigits: 20 };
  if (currency === "") return new Intl.NumberFormat(locale, decimals).format(number);
  // Intl refuses codes of more or less than three letters; XXX is its word for none.
  const code = isKnownCurrency(currency) ? currency : "XXX";
  return new Intl.NumberFormat(locale, {
    ...decimals,
    style: "currency",
    currency: code,
    currencyDisplay: "code",
  })
    .formatToParts(number)
    .map(({ type, value }) => (type === "currency" ? currency : value))
    .join("");
}

/** The same without its currency, where a heading says it for all amounts below. */
export function formatAmount(amount: string, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: minimumDecimals(currency),
    maximumFractionDigits: 20,
  }).format(amount as Intl.StringNumericLiteral);
}
