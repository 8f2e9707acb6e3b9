import { array, assert, constantFrom, integer, property, record, tuple } from "fast-check";
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  type PhoneNumber,
} from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, test } from "vitest";
import { buyerName, readPhones } from "#lib/customers/phone.ts";

describe("what somebody typed", () => {
  test.each<[string, (string | null)[], string[]]>([
    ["0722 111 222 / 0733 444 555", ["RO"], ["+40722111222", "+40733444555"]],
    ["0722111222 sau 0733444555", ["RO"], ["+40722111222", "+40733444555"]],
    ["0722111222 0733444555", ["RO"], ["+40722111222", "+40733444555"]],
    ["0722 111 222 0733 444 555", ["RO"], ["+40722111222", "+40733444555"]],
    ["+40722111222+40733444555", [null], ["+40722111222", "+40733444555"]],
    ["1) 0722111222 2) 0733444555", ["RO"], ["+40722111222", "+40733444555"]],
    ["030 123 456 040 123 456", ["DE"], ["+4930123456", "+4940123456"]],
    ["0171/1234567 0172/7654321", ["DE"], ["+491711234567", "+491727654321"]],
    ["12345 / 0722 111 222", ["RO"], ["+40722111222"]],
    ["+52 1 55 1234 5678", [null], ["+525512345678"]],
    ["5215512345678", ["MX"], ["+525512345678"]],
    ["40722111222.0", ["RO"], ["+40722111222"]],
    ["0722.111.222", ["RO"], ["+40722111222"]],
    ["tel. 0722111222", ["RO"], ["+40722111222"]],
    ["021 312 3456 int. 12", ["RO"], ["+40213123456"]],
    ["tel:+40-722-111-222;ext=12", [null], ["+40722111222"]],
    ["(+40) 721 111 222", [null], ["+40721111222"]],
    ["(+20) (0)10 1234 5678", [null], ["+201012345678"]],
    ["+36 (0)30 123 4567", [null], ["+36301234567"]],
    ["+39 (0)2 1234 5678", [null], ["+390212345678"]],
    ["(0)722 111 222", ["RO"], ["+40722111222"]],
    ["+40 0722 111 222", ["DE"], ["+40722111222"]],
    ["+0722111222", ["RO"], ["+40722111222"]],
    ["40722111222", ["RO"], ["+40722111222"]],
    ["20 10 1234 5678", ["EG"], ["+201012345678"]],
    ["20 010 1234 5678", ["EG"], ["+201012345678"]],
    ["0040 722 111 222", ["US"], ["+40722111222"]],
    ["011 40 722 111 222", ["US"], ["+40722111222"]],
    ["۰۹۱۲۱۳۰۰۰۴۱", ["IR"], ["+989121300041"]],
    ["०९८१२३४५६७८", ["IN"], ["+919812345678"]],
    ["０９０－１２３４－５６７８", ["JP"], ["+819012345678"]],
    ["0722 111 222", [null, "XX", "RO"], ["+40722111222"]],
    ["07911 123456", ["RO", "GB"], ["+447911123456"]],
    ["0722111222 / 0722 111 222", ["RO"], ["+40722111222"]],
    ["+91", ["IN"], []],
    ["call after 17", ["RO"], []],
  ])("%s of %j is %j", (text, countries, expected) => {
    expect(readPhones(text, countries)).toEqual(expected);
  });

  test("is nobody's number when one digit is repeated, however long", () => {
    assert(
      property(integer({ min: 0, max: 9 }), integer({ min: 5, max: 15 }), (digit, length) => {
        for (const home of ["RO", "US", "IN", "DE"])
          expect(readPhones(String(digit).repeat(length), [home])).toEqual([]);
      }),
    );
  });

  test("counts before what is merely possible, in whatever field and by whatever country it is valid", () => {
    const possible = "+40 122 111 222";
    expect(readPhones([possible, null, "0722 111 222"], ["RO"])).toEqual(["+40722111222"]);
    expect(readPhones([possible, null], ["RO"])).toEqual(["+40122111222"]);
    expect(readPhones(`${possible} ask Ana`, ["RO"])).toEqual([]);
  });
});

const homes = getCountries();
const numbers = homes.flatMap((country) => getExampleNumber(country, examples) ?? []);

const writings: Record<string, (number: PhoneNumber) => string> = {
  "as it is dialled from abroad": (number) => number.formatInternational(),
  "as E.164": (number) => number.number,
  "as a link": (number) => number.getURI(),
  "with its code in brackets": (number) => `(+${number.countryCallingCode}) ${number.nationalNumber}`,
  "in brackets": (number) => `(${number.formatInternational()})`,
  "with 00": (number) => `00${number.countryCallingCode} ${number.nationalNumber}`,
  "with 00 in brackets": (number) => `(00${number.countryCallingCode})${number.nationalNumber}`,
  "with dots": (number) => number.formatInternational().replaceAll(" ", "."),
  "as at home": (number) => number.formatNational(),
  "as at home, in brackets": (number) => `(${number.formatNational().replaceAll(/[()]/g, "")})`,
};

const scripts = ["0", "٠", "۰", "०", "০", "๐", "０", "𝟎"].map((zero) => zero.codePointAt(0) ?? 0);

describe("a valid number", () => {
  test.each(Object.keys(writings))("of any country is the same when it is written %s", (writing) => {
    const wrong = numbers.filter((number) => {
      const [first, ...others] = readPhones(writings[writing]?.(number) ?? "", [number.country ?? null]);
      return first !== number.number || others.length > 0;
    });
    expect(wrong.map(({ country }) => country)).toEqual([]);
  });

  test("is the same in the digits of any script, among words and invisible marks", () => {
    const dressed = record({
      number: constantFrom(...numbers),
      writing: constantFrom(...Object.values(writings)),
      zero: constantFrom(...scripts),
      around: constantFrom(
        ["", ""],
        ["tel. ", ""],
        ["Mobil: ", " (mama)"],
        ["\u202a", "\u202c"],
        ["", " ext. 12"],
      ),
    });
    assert(
      property(dressed, ({ number, writing, zero, around: [before, after] }) => {
        const written = writing(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
        expect(readPhones(`${before}${written}${after}`, [number.country ?? null])).toEqual([number.number]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Markets: what is dialled at home in front of a mobile number, how that begins, and how many digits follow. */
const markets = [
  { country: "RO", trunk: "0", begins: "72", more: 7 },
  { country: "BG", trunk: "0", begins: "88", more: 7 },
  { country: "HU", trunk: "06", begins: "30", more: 7 },
  { country: "PL", trunk: "", begins: "60", more: 7 },
  { country: "UA", trunk: "0", begins: "67", more: 7 },
  { country: "EG", trunk: "0", begins: "10", more: 8 },
  { country: "MA", trunk: "0", begins: "61", more: 7 },
  { country: "IN", trunk: "0", begins: "98", more: 8 },
  { country: "BD", trunk: "0", begins: "171", more: 7 },
  { country: "ES", trunk: "", begins: "61", more: 7 },
] as const;

const mobile = constantFrom(...markets).chain(({ country, trunk, begins, more }) =>
  array(integer({ min: 0, max: 9 }), { minLength: more, maxLength: more }).map((digits) => {
    const significant = begins + digits.join("");
    const code = getCountryCallingCode(country);
    return {
      country,
      trunk,
      national: trunk + significant,
      code,
      significant,
      number: `+${code}${significant}`,
    };
  }),
);

describe("a mobile number of a market", () => {
  test("is the same with its country's code without a plus, with or without the zero of home", () => {
    assert(
      property(mobile, ({ country, trunk, code, national, significant, number }) => {
        const zero = trunk === "0" ? trunk : "";
        for (const written of [
          national,
          code + significant,
          `${code} ${zero}${significant}`,
          `+${code} ${zero}${significant}`,
          `(+${code}) (${zero})${significant}`,
        ])
          expect(readPhones(written, [country])).toEqual([number]);
      }),
    );
  });

  test("is read beside another one, whatever stands between them", () => {
    const pair = mobile.chain((first) =>
      tuple(
        constantFrom(first),
        mobile.filter(({ country, number }) => country === first.country && number !== first.number),
      ),
    );
    const part = constantFrom(
      " / ",
      "/",
      ", ",
      ";",
      " sau ",
      " or ",
      " & ",
      "  ",
      " - ",
      "\n",
      " (",
      " tel 2: ",
    );
    assert(
      property(pair, part, ([first, second], between) => {
        const written = `${first.national}${between}${second.national}`;
        expect(readPhones(written, [first.country])).toEqual([first.number, second.number]);
      }),
    );
  });
});

describe("a buyer without a name", () => {
  test("is called by the phone as people read it", () => {
    expect(buyerName({ name: "Maria Pop", phone: "+40722123456" })).toBe("Maria Pop");
    expect(buyerName({ name: null, phone: "+40722123456" })).toBe("+40 722 123 456");
    expect(buyerName({ name: null, phone: "call the neighbour" })).toBe("call the neighbour");
    expect(buyerName({ name: null, phone: null })).toBeNull();
  });
});
