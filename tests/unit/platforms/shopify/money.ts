/** An amount as Shopify writes it in both moneys. */
export function bothMoneys(
  amount: string,
  currency: string,
  buyerAmount = amount,
  buyerCurrency = currency,
): Record<string, unknown> {
  return {
    shop_money: { amount, currency_code: currency },
    presentment_money: { amount: buyerAmount, currency_code: buyerCurrency },
  };
}
