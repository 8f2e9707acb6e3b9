import type { ImportField } from "#lib/inventory/model.ts";

/** Which column says what, by its place; null: none does. */
export type ColumnMapping = Record<ImportField, number | null>;

/** Headings as shops, spreadsheets and Astra's own export write them, without case, marks and signs. */
const names: Record<ImportField, readonly string[]> = {
  sku: [
    "sku",
    "variantsku",
    "code",
    "productcode",
    "cod",
    "codprodus",
    "itemcode",
    "articul",
    "cikkszam",
    "ref",
    "reference",
  ],
  name: [
    "name",
    "title",
    "product",
    "productname",
    "nume",
    "denumire",
    "produs",
    "nev",
    "nombre",
    "nom",
    "名称",
    "description",
  ],
  price: [
    "price",
    "regularprice",
    "variantprice",
    "pret",
    "pretunitar",
    "precio",
    "prix",
    "preis",
    "价格",
    "unitprice",
    "ar",
    "saleprice",
  ],
  currency: ["currency", "moneda", "valuta", "devizanem", "devise", "wahrung", "币种"],
  stock: [
    "stock",
    "quantity",
    "qty",
    "inventory",
    "variantinventoryqty",
    "onhand",
    "stoc",
    "cantitate",
    "keszlet",
    "bestand",
    "库存",
  ],
  lowStockAt: [
    "lowstock",
    "lowstockat",
    "lowstockamount",
    "lowstocklevel",
    "minimum",
    "stocminim",
    "reorderlevel",
    "stockminimo",
    "seuildestockbas",
    "meldebestand",
    "库存预警值",
  ],
};

/** Which column says what, as far as its heading tells. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const plain = headings.map((heading) =>
    heading
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ""),
  );
  const find = (field: ImportField) => {
    for (const name of names[field]) {
      const place = plain.indexOf(name);
      if (place >= 0) return place;
    }
    return null;
  };
  return {
    sku: find("sku"),
    name: find("name"),
    price: find("price"),
    currency: find("currency"),
    stock: find("stock"),
    lowStockAt: find("lowStockAt"),
  };
}
