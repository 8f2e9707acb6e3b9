/**
 * An amount in the words of a language, with the decimals that its currency has (JPY none, KWD three).
 *
 * @param amount a decimal string; it is never turned into a float
 */
export function formatMoney(amount: string, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code" }).format(
    amount as Intl.StringNumericLiteral,
  );
}
