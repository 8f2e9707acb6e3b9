import type { Market } from "#scripts/simulator/markets.ts";
import type { Random } from "#scripts/simulator/random.ts";

type Names = Record<Market["country"], string>;

/** A product that the stores sell. */
export interface Product {
  sku: string;
  /** In euro. */
  price: number;
  names: Names;
  weightGrams: number;
}

export const products: readonly Product[] = [
  product("ARIA-BLK-44", 89.9, 120, [
    "Ceas fitness Aria, negru",
    "Aria ρολόι fitness, μαύρο",
    "Aria okosóra, fekete",
    "Фитнес часовник Aria, черен",
  ]),
  product("ARIA-PNK-40", 89.9, 110, [
    "Ceas fitness Aria, roz",
    "Aria ρολόι fitness, ροζ",
    "Aria okosóra, rózsaszín",
    "Фитнес часовник Aria, розов",
  ]),
  product("STR-22-BK", 11.9, 40, [
    "Curea silicon 22 mm",
    "Λουράκι σιλικόνης 22 mm",
    "Szilikon óraszíj 22 mm",
    "Силиконова каишка 22 мм",
  ]),
  product("FOL-44", 7.9, 20, [
    "Folie protecție 44 mm",
    "Μεμβράνη προστασίας 44 mm",
    "Védőfólia 44 mm",
    "Защитно фолио 44 мм",
  ]),
  product("LMP-SNS-02", 37.9, 640, [
    "Lampă LED cu senzor",
    "Λάμπα LED με αισθητήρα",
    "LED lámpa érzékelővel",
    "LED лампа със сензор",
  ]),
  product("BOL-CER-3", 29.9, 1850, [
    "Set 3 boluri ceramice",
    "Σετ 3 κεραμικά μπολ",
    "3 db kerámia tál",
    "Комплект 3 керамични купи",
  ]),
  product("ASP-AUTO-1", 43.9, 980, [
    "Aspirator mini auto",
    "Σκουπάκι αυτοκινήτου",
    "Autós mini porszívó",
    "Мини прахосмукачка за кола",
  ]),
  product("PRN-ORT-50", 24.5, 900, [
    "Pernă ortopedică",
    "Ορθοπεδικό μαξιλάρι",
    "Ortopéd párna",
    "Ортопедична възглавница",
  ]),
  product("MSJ-GUN-6", 59, 1150, [
    "Pistol de masaj, 6 capete",
    "Συσκευή μασάζ, 6 κεφαλές",
    "Masszázspisztoly, 6 fej",
    "Масажор, 6 приставки",
  ]),
  product("BTL-TRM-75", 17.5, 380, [
    "Sticlă termos 750 ml",
    "Θερμός 750 ml",
    "Termosz 750 ml",
    "Термос бутилка 750 мл",
  ]),
  product("ORG-DRW-8", 14.9, 520, [
    "Organizator sertare, 8 piese",
    "Οργανωτής συρταριών, 8 τεμ.",
    "Fiókrendező, 8 db",
    "Органайзер за чекмеджета, 8 бр.",
  ]),
  product("CRM-ALOE-2", 12.5, 210, [
    "Cremă Aloe & Q10 2×50 ml",
    "Κρέμα Aloe & Q10 2×50 ml",
    "Aloe & Q10 krém 2×50 ml",
    "Крем Алое & Q10 2×50 мл",
  ]),
];

/** A line of a new order. The price is in the currency's smallest unit that the market uses. */
export interface CartLine {
  product: Product;
  quantity: number;
  price: number;
}

/** Draws what one buyer puts into the cart: one to four different products, mostly one piece of each. */
export function drawCart(random: Random, market: Market): CartLine[] {
  const lines = random.weighted([
    [1, 62],
    [2, 24],
    [3, 10],
    [4, 4],
  ] as const);
  const cart: CartLine[] = [];
  while (cart.length < lines) {
    const product = random.pick(products);
    if (cart.some((line) => line.product === product)) continue;
    cart.push({
      product,
      quantity: random.weighted([
        [1, 84],
        [2, 12],
        [3, 4],
      ]),
      price: priceIn(product, market),
    });
  }
  return cart;
}

/** Prices end the way they do in shops: 189.90 RON, 14 990 Ft. */
export function priceIn(product: Product, { rate, decimals }: Market): number {
  const price = product.price * rate;
  return decimals === 0 ? Math.round(price / 1000) * 1000 - 10 : Math.round(price * 10) * 10;
}

function product(
  sku: string,
  price: number,
  weightGrams: number,
  names: [string, string, string, string],
): Product {
  const [RO, GR, HU, BG] = names;
  return { sku, price, weightGrams, names: { RO, GR, HU, BG } };
}
