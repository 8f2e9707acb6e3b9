import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkbook, type SheetLimits } from "#lib/base/files/workbook.ts";
import { workbook, workbookParts, zip } from "#tests/fixtures/workbook.ts";

const limits: SheetLimits = { rows: 100, columns: 10, characters: 50, unpacked: 1_000_000 };
const read = (bytes: Uint8Array, changes: Partial<SheetLimits> = {}) =>
  readWorkbook(bytes, { ...limits, ...changes });

/** A workbook whose first sheet is this XML. */
const withSheet = (sheet: string) =>
  zip({ ...workbookParts([["a"]]), "xl/worksheets/sheet1.xml": `<worksheet>${sheet}</worksheet>` });

describe("a workbook", () => {
  test("is read from its first sheet that is shown: texts, numbers, and what formulas last came to", async () => {
    const bytes = workbook([
      ["SKU", "Name & <more>", { inline: "Preț" }],
      [],
      ["0012", 19.9, { xml: '<c r="C3"><f>WEBSERVICE("http://x")</f><v>7</v></c>' }],
      [{ xml: '<c r="C4" t="str"><f>A1</f><v>txt</v></c>' }],
      [{ xml: '<c r="A5"><f>1+1</f></c>' }],
      [{ xml: '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c r="D6"><v>1e999</v></c>' }],
    ]);
    expect(await read(bytes)).toEqual([
      ["SKU", "Name & <more>", "Preț"],
      ["0012", 19.9, 7],
      ["", "", "txt"],
      ["1", "#REF!", "", "1e999"],
    ]);
  });

  test("gives no more than it may: what is longer is cut, what is more is refused", async () => {
    expect(await read(workbook([["x".repeat(90), { inline: "y".repeat(90) }]]))).toEqual([
      ["x".repeat(50), "y".repeat(50)],
    ]);
    expect(await read(workbook(Array.from({ length: 101 }, () => [1])))).toBe("tooManyRows");
    expect(await read(workbook([Array.from({ length: 11 }, () => 1)]))).toBe("tooManyColumns");
  });
});

describe("a hostile workbook", () => {
  const bomb = `<sheetData>${"<row><c><v>1</v></c></row>".repeat(100_000)}</sheetData>`;

  test("that unpacks to more than it may is given up, whatever it claims", async () => {
    for (const claimed of [undefined, 10, 0, 0xffffffff]) {
      const bytes = zip({ ...workbookParts([["a"]]), "xl/worksheets/sheet1.xml": bomb }, claimed);
      expect(bytes.byteLength).toBeLessThan(20_000);
      expect(await read(bytes, { rows: 1_000_000 }), String(claimed)).toBe("tooLarge");
    }
    const strings = zip({
      ...workbookParts([["a"]]),
      "xl/sharedStrings.xml": `<sst>${" ".repeat(2_000_000)}</sst>`,
    });
    expect(await read(strings)).toBe("tooLarge");
  });

  test("whose cells stand at the end of the world takes no memory", async () => {
    const far =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    expect(await read(withSheet(far))).toBe("tooManyColumns");
    expect(await read(withSheet(far.replace("XFD", "A")))).toEqual([[1], [1]]);
  });

  test("whose texts would unfold without end, or fetch something, is refused", async () => {
    const unfolding = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const fetching = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    for (const doctype of [unfolding, fetching]) {
      const parts = workbookParts([["a"]]);
      const bytes = zip({
        ...parts,
        "xl/worksheets/sheet1.xml": `${doctype}<worksheet><row><c t="str"><v>&a;</v></c></row></worksheet>`,
      });
      expect(await read(bytes)).toBe("broken");
    }
  });

  test.each([
    ["no archive", new Uint8Array([0x50, 0x4b, 3, 4])],
    ["an archive of something else", zip({ "word/document.xml": "<document/>" })],
    [
      "a sheet that is not there",
      zip({ ...workbookParts([]), "xl/_rels/workbook.xml.rels": "<Relationships/>" }),
    ],
    ["a sheet that is no XML", withSheet("<row>")],
    [
      "a path out of the archive",
      zip({
        ...workbookParts([]),
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>',
      }),
    ],
  ])("that is %s is refused", async (_name, bytes) => {
    expect(await read(bytes)).toBe("broken");
  });

  test("with any byte changed is read or refused, and never fails", async () => {
    const whole = workbook([
      ["SKU", "Name"],
      ["A", 1],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        async (at, byte, length) => {
          const spoiled = whole.slice(0, length < whole.length / 2 ? whole.length : length);
          spoiled[at] = byte;
          await read(spoiled);
        },
      ),
      { numRuns: 300 },
    );
  });
});
