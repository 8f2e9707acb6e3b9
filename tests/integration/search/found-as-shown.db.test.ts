import { array, assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { searchWords } from "#lib/base/search/words.ts";
import { matchCustomers } from "#lib/sales/search/matches.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, type Member, signIn } from "#tests/support/purchases.ts";

/** A name as a store says it, and what people type who look for it. */
const typed: [name: string, ...typed: string[]][] = [
  ["Ștefan Țârță", "stefan tarta", "ŞTEFAN", "S\u0326tefan", "ștefan țârță"],
  ["Đorđe Đoković", "djordje", "Djokovic", "dorde", "đorđe", "ĐOKOVIĆ"],
  ["Djurdja Tadic", "Đurđa", "djurdja"],
  ["Jürgen Größe", "juergen groesse", "jurgen grosse", "GRÖSSE", "jürgen"],
  ["Mueller Koenig", "Müller König", "mueller"],
  ["Łukasz Żółć", "lukasz zolc", "ŁUKASZ"],
  ["Søren Ærø", "soren", "soeren", "aero", "SØREN ÆRØ"],
  ["Þórður Guðmundsson", "thordur gudmundsson", "ÞÓRÐUR"],
  ["Işıl İpek Çağrı", "isil ipek", "ışıl", "IŞIL İPEK", "cagri"],
  ["Renée d’Œuvre-O’Brien", "renee", "doeuvre obrien", "o'brien", "O`BRIEN", "d´oeuvre", "OʼBrien"],
  ["Anne–Marie", "anne-marie", "ANNE—MARIE", "anne"],
  ['Ion „Nelu" Pop', "nelu", "«Nelu»", '"nelu"'],
  ["Ｙｕｋｉ ﬁnn", "yuki finn", "ＹＵＫＩ"],
  ["أحمد عبدُ الرحمٰن", "احمد", "أحمَد", "عبد الرحمن", "إحمد"],
  ["فاطمة مصطفى", "فاطمه", "مصطفي", "فاطمة", "فـاطمة"],
  ["علاء مسؤول", "علا مسوول", "علاء"],
  ["کیانوش یزدی", "كيانوش يزدي", "کیان\u200cوش"],
  ["Οδυσσέας Παπαδόπουλος", "οδυσσεασ", "ΟΔΥΣΣΕΑΣ", "παπαδοπουλος", "ΠΑΠΑΔΌΠΟΥΛΟΣ"],
  ["Артём Йолкін Ґонта", "артем", "ЙОЛКIН".replace("I", "І"), "гонта", "АРТЁМ"],
  ["Мар'яна", "марʼяна", "МАР’ЯНА", "маряна"],
  ["שָׁלוֹם לוי־כהן", "שלום", "לוי-כהן"],
  ["রহিম উদ্দিন", "রহিম", "উদ্দিন"],
  ["कुमार ज़ैदी", "कुमार", "जैदी", "ज़ैदी"],
  ["สมชาย ใจดี", "สมชาย"],
  ["김철 박", "김철"],
  ["ゆうき がんばる", "ゆうき", "か\u3099んばる"],
  ["Etaj 7 12", "etaj 7 12", "etaj ७ १२"],
  ["0733 444 555", "0733444555", "0733 444 555", "٠٧٣٣٤٤٤٥٥٥"],
  ["ana.maria@mail.example", "ana.maria@mail.example", "ana.maria"],
];

/** What finds none of them: other words, in spite of all that is made alike. */
const strange = ["কুমার", "किमार", "রহম উদদন", "djordjevic", "муller", "Эрик"];

describe.each([1, 2])("of names that %i customers have", (copies) => {
  let admin: Member;
  beforeAll(async () => {
    const workspace = await createWorkspace();
    admin = await signIn(workspace, "admin");
    for (const [name] of typed)
      for (let copy = 0; copy < copies; copy += 1) await createBuyer(workspace, { name });
  });

  const find = (text: string) =>
    forUser(admin, async (tx) => {
      const matches = await matchCustomers(tx, admin, text);
      const condition = matches?.condition ?? Prisma.sql`true`;
      const rows = await tx.$queryRaw<{ name: string }[]>`
        select distinct name from customers customer
        where workspace_id = ${admin.workspace.id}::uuid and ${condition}`;
      return rows.map((row) => row.name);
    });

  test.each(typed.flatMap(([name, ...texts]) => [name, ...texts].map((text) => [name, text] as const)))(
    "%s is found by %s, and nobody else",
    async (name, text) => {
      expect(await find(text)).toEqual([name]);
    },
  );

  test.each(strange)("nobody is found by %s", async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

/** Letters, signs and marks of scripts in which people are called; Greek without the iotas that are written below. */
const alphabets = [
  "aăâbcdđeéèfgğhiıjkłlmnñoöøőprsșşßtțuüvwxyzæœþðĐİŁØŞÆŒÞ",
  "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊΐΑΣΏ",
  "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяђћљњџјқңәөЁЙЂ",
  "ابتثجحخدذرزسشصضطظعغفقكلمنهوأإآؤئىةیکگچپژہھے\u064b\u064e\u0650\u0651\u0652ٰـ",
  "אבגדהוזחטיכלמנסעפצקרשתךםןףץ\u05b7\u05bc\u05b8",
  "कखगघचजटडतदनपबमयरलवशसहअआइईउऊएऐओाि\u0940ुूेैोौं़्",
  "কখগঘচজটডতদনপবমযরলশসহঅআইাি\u09c0ুূেৈোৌং়্য়ড়",
  "தநமயரலவழளறனகசடபஅஆஇ\u0bbe\u0bbf\u0bc0\u0bc1\u0bc6\u0bcd",
  "กขคงจชดตทนบปพมยรลวสหอะาิีุูเแโใไ่้",
  "აბგდევზთიკლმნოპრსტუფქღშჩცძწჭხჯჰ",
  "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
  "가각김이박최정강조윤장임한오서신권황안송류홍전",
  "あいうえおかがきぎさざしじただちぢなはばぱまやらわんアガパ",
];
const inside = ["'", "’", "ʼ", "`", "-", "–", ".", "·", "\u200d", "\u00ad", "1", "٣", "৭"];

const word = constantFrom(...alphabets).chain((alphabet) => {
  const letter = constantFrom(...alphabet);
  return string({
    unit: oneof({ weight: 12, arbitrary: letter }, constantFrom(...inside)),
    minLength: 5,
    maxLength: 12,
  });
});
/** A vowel sign on an apostrophe is no name of anybody. */
const markOnNothing = /(?:[^\p{L}\p{M}]|ʼ)\p{M}/u;

/** The first word has letters enough to be looked for; the others may be anything. */
const name = array(word, { minLength: 1, maxLength: 3 })
  .filter(([first = ""]) => (first.match(/(?!\p{M})[\p{L}]/gu) ?? []).length >= 5)
  .map((words) => words.join(" "))
  .filter((words) => !markOnNothing.test(words));

/** Marks, other than those that are letters of a word. */
const mark = /(?=\p{M})[\p{sc=Inherited}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}]/gu;

const writings: Record<string, (name: string) => string> = {
  "as it is": (name) => name,
  "in lower case": (name) => name.toLowerCase(),
  "in upper case": (name) => name.toUpperCase(),
  "in Turkish upper case": (name) => name.toLocaleUpperCase("tr"),
  "without its marks": (name) => name.normalize("NFD").replace(mark, ""),
  "without its marks, in upper case": (name) => name.normalize("NFD").replace(mark, "").toUpperCase(),
  decomposed: (name) => name.normalize("NFD"),
  composed: (name) => name.normalize("NFC"),
  "without apostrophes": (name) => name.replace(/['’ʼ`]/g, ""),
  "with other apostrophes": (name) => name.replace(/['’ʼ`]/g, "´"),
};

describe("every stored name", () => {
  test.each(Object.keys(writings))("is found by itself %s", async (writing) => {
    await assert(
      asyncProperty(array(name, { minLength: 200, maxLength: 200 }), async (names) => {
        const sought = names.map((one) => searchWords(writings[writing]?.(one) ?? ""));
        expect(sought.filter((words) => words.length === 0)).toEqual([]);
        expect(await notFound(names, sought)).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  test("is normalised once and for all", async () => {
    await assert(
      asyncProperty(array(string({ unit: "binary" }).map(storable), { minLength: 300 }), async (texts) => {
        const changed = await asOwner(
          `select text from unnest($1::text[]) text where astra.normalise(astra.normalise(text)) <> astra.normalise(text)
             or astra.normalise(astra.spelled_out(text)) <> astra.spelled_out(text)`,
          [texts],
        );
        expect(changed).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

/** The names whose text the database would not find by the words, by the very condition that its searches use. */
async function notFound(names: string[], sought: string[][]): Promise<unknown[]> {
  const conditions = await asOwner<{ condition: string }>(
    `select astra.search_condition(array(select json_array_elements_text(words))) as condition
     from unnest($1::json[]) with ordinality sought (words, place) order by place`,
    [sought.map((words) => JSON.stringify(words))],
  );
  const each = conditions.map(
    ({ condition }, index) => `select name from stored where place = ${index + 1} and not (${condition})`,
  );
  return asOwner(
    `with stored as materialized (
       select name, place, astra.search_text(name, null, null, null) as search_text, null as email
       from unnest($1::text[]) with ordinality named (name, place)
     ) ${each.join(" union all ")}`,
    [names],
  );
}

/** Postgres takes neither a NUL nor half a character. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
