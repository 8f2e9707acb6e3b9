/**
 * The currencies of the world and how many decimals their amounts have at least. What a runtime's Intl knows of decimals is how cash is
 * rounded (it gives HUF, COP, PKR, IDR and IQD none) and changes with its data. Source: ISO 4217, list one, with the funds codes and
 * without metals and units of account; of list three what was withdrawn since 2021, because orders of then still say it.
 */
const codes: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
    SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    ANG BGN CUC HRK SLL ZWL`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const decimals = new Map(
  Object.entries(codes).flatMap(([count, list]) =>
    list.split(/\s+/).map((code): [string, number] => [code, Number(count)]),
  ),
);

/** All of them, by the alphabet. */
export function currencies(): string[] {
  return [...decimals.keys()].sort();
}

/**
 * Whether a code is a currency of ISO 4217. Of any other (a plug-in's IRT, a coin, nothing at all) nobody knows what an amount is worth:
 * it is shown as the store says it, and never converted or added up.
 */
export function isKnownCurrency(code: string): boolean {
  return decimals.has(code);
}

/** How many decimals an amount of a currency has at least; none where the currency is not known. */
export function minimumDecimals(currency: string): number {
  return decimals.get(currency) ?? 0;
}
