import { expectAccessible } from "#tests/e2e/accessible.ts";
import { reload, test } from "#tests/e2e/visit.ts";
import { workbook, workbookParts, zip } from "#tests/fixtures/workbook.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";

const manyRows = Array.from({ length: 3_000 }, (_, index) => [`MANY-${index}`, "Lamp", 10.5]);

test("imports a file that is half bad, sees why row by row, and takes it back", async ({ visit }) => {
  const page = await visit("/inventory/import", {
    as: await createMember(await createWorkspace("EUR"), "seller"),
  });
  const choose = (name: string, content: string | Uint8Array) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await choose("bad.xlsx", "PK\u0003\u0004");
  await page.getByText("This workbook can't be read.").waitFor();
  const bomb = `<worksheet>${"<row><c><v>1</v></c></row>".repeat(2_000_000)}</worksheet>`;
  await choose("bomb.xlsx", zip({ ...workbookParts([["SKU"]]), "xl/worksheets/sheet1.xml": bomb }));
  await page.getByText("More than 20,000 rows.").waitFor();
  await choose(
    "products.csv",
    'sku;nume;pret;stoc\r\nIMP-1;"Bol; mare";19,90;3\r\nIMP-2;;5;1\r\n;Fără cod;5;1\r\n=1+1;Formula;5,00;2\r\n',
  );
  await page.getByRole("tab", { name: "Added 2" }).waitFor();
  await page.getByRole("tab", { name: "Refused 2" }).click();
  await page.getByText("A new product needs a name").waitFor();
  await page.getByText("No SKU").waitFor();
  await expectAccessible(page, "an import");
  await page.getByRole("button", { name: "Import 2 products" }).click();
  await page.getByText("2 products added.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back: 2 products removed").waitFor();
  await page.getByRole("button", { name: "Choose another file" }).click();
  await choose("products.xlsx", workbook([["SKU", "Name", "Price"], ...manyRows]));
  await page.getByRole("button", { name: "Import 3,000 products" }).click();
  await page.getByRole("progressbar").waitFor();
  await page.getByText("3,000 products added.").waitFor();
  await reload(page);
  await page.getByRole("button", { name: "Undo products.xlsx" }).click();
  await page.getByText("Taken back: 3,000 products removed").waitFor();
});
