import type { Market } from "#scripts/simulator/markets.ts";
import type { Random } from "#scripts/simulator/random.ts";

/** A buyer as a store knows one; what a checkout did not ask for is null. */
export interface Buyer {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string;
  street: string;
  city: string;
  region: string;
  zip: string;
  market: Market;
}

/** Draws a buyer: most leave an e-mail address, a few not even a name. */
export function drawBuyer(random: Random, market: Market): Buyer {
  const firstName = random.pick(market.firstNames);
  const lastName = random.pick(market.lastNames);
  const place = random.pick(market.places);
  const house = `${random.pick(market.streets)} ${random.between(1, 180)}`;
  const isNameless = random.chance(0.03);
  return {
    firstName: isNameless ? null : firstName,
    lastName: isNameless ? null : lastName,
    email: random.chance(0.78) ? drawEmail(random, firstName, lastName) : null,
    phone: drawPhone(random, market),
    street: random.chance(0.3) ? `${house}, ap. ${random.between(1, 80)}` : house,
    city: place.city,
    region: place.region,
    zip: place.zip.replace(/#/g, () => random.digits(1)),
    market,
  };
}

/** As people type it: with the country's code or without, in one piece or in groups. */
function drawPhone(random: Random, market: Market): string {
  const { abroad, home } = market.phonePrefix;
  const isAbroad = random.chance(0.4);
  const separator = random.pick(["", " "]);
  const number = random.digits(market.mobileDigits).replace(/^(\d{3})(\d+)$/, `$1${separator}$2`);
  return `${isAbroad ? `${abroad}${separator}` : home}${random.pick(market.mobilePrefixes)}${separator}${number}`;
}

/** An address under a domain that belongs to nobody (RFC 2606). */
function drawEmail(random: Random, firstName: string, lastName: string): string {
  const [first, last] = [latin(firstName), latin(lastName)];
  const name = random.pick([`${first}.${last}`, `${last}${first.slice(0, 1)}`, `${first}_${last}`]);
  const domain = random.pick(["example.com", "example.org", "example.net"]);
  return `${name}${random.between(1, 9999)}@${domain}`;
}

const alphabet: Record<string, string> = Object.fromEntries(
  (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o " +
    "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь y ю yu я ya"
  )
    .split(" ")
    .flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? ""]] : [])),
);

/** A name in the letters of an e-mail address. */
function latin(name: string): string {
  const plain = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
  return [...plain]
    .map((letter) => alphabet[letter] ?? letter)
    .join("")
    .replace(/[^a-z]/g, "");
}
