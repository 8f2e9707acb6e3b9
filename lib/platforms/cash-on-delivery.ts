/**
 * How payment methods that mean cash on delivery are called, in the languages of the markets where it is common. A store
 * can add names of its own (`cod_gateways`), since merchants name the method as they like.
 */
const commonNames = [
  "cod",
  "cash on delivery",
  "cash on pickup",
  "pay on delivery",
  "payment on delivery",
  "ramburs",
  "plata la livrare",
  "contrareembolso",
  "contra reembolso",
  "contra entrega",
  "contraentrega",
  "pago contra entrega",
  "pagamento na entrega",
  "contrassegno",
  "pagamento alla consegna",
  "nachnahme",
  "contre remboursement",
  "paiement a la livraison",
  "rembours",
  "utanvet",
  "utanvetel",
  "dobirka",
  "dobirkou",
  "dobierka",
  "dobierkou",
  "pobranie",
  "za pobraniem",
  "platba pri prevzeti",
  "pouzece",
  "pouzecem",
  "placanje pouzecem",
  "po povzetju",
  "efterkrav",
  "postforskott",
  "kapida odeme",
  "αντικαταβολη",
  "наложен платеж",
  "наложенный платеж",
  "оплата при получении",
  "плащане при доставка",
  "післяплата",
  "الدفع عند الاستلام",
  "thanh toan khi nhan hang",
  "bayar di tempat",
];

/** Lower case, without accents, words parted by single blanks. The Turkish ı is no accented i to Unicode. */
function normalise(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const commonPhrases = commonNames.map(normalise);

/**
 * Whether an order is paid in cash at the door.
 *
 * @param gateways the order's payment methods as the store names them
 * @param storeNames names that this store uses for cash on delivery, beside the common ones
 */
export function isCashOnDelivery(gateways: readonly string[], storeNames: readonly string[]): boolean {
  const phrases = [...commonPhrases, ...storeNames.map(normalise)].filter((phrase) => phrase !== "");
  return gateways.some((gateway) => {
    const words = ` ${normalise(gateway)} `;
    return phrases.some((phrase) => words.includes(` ${phrase} `));
  });
}
