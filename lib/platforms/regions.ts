import { iso31662 } from "iso-3166/2.js";

/** WooCommerce keeps codes that ISO 3166-2 has renamed since. Source: i18n/states.php. */
const renamed: Record<string, string> = {
  "IN-CT": "IN-CG",
  "IN-OR": "IN-OD",
  "IN-UT": "IN-UK",
  "IN-TG": "IN-TS",
  "IN-DN": "IN-DH",
  "IN-DD": "IN-DH",
  "MX-DF": "MX-CMX",
};

const names = new Map(iso31662.map(({ code, name }) => [code, name]));

/**
 * The name of a region that a store sends by code, else what was sent. The codes are those of ISO 3166-2, with or without the
 * country before them ("CJ", "BG-22", "EGALX", "maagd").
 */
export function regionName(state: string | null, country: string | null): string | null {
  if (!state || !country) return state;
  const code = state.toUpperCase();
  const suffixes = [code, code.replace(new RegExp(`^${country}-?`), "")];
  for (const suffix of suffixes) {
    const known = `${country}-${suffix}`;
    const name = names.get(renamed[known] ?? known);
    if (name) return name;
  }
  return state;
}
