import { assert, nat, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, plainText } from "#lib/base/text/schema.ts";
import { tidy } from "#lib/base/text/tidy.ts";
import { ownFiles, read } from "#tests/unit/architecture/sources.ts";

const anyText = string({ unit: "binary" });

describe("a text from outside", () => {
  test("is well formed and free of NUL, whatever came", () => {
    assert(
      property(anyText, (text) => {
        const tidied = plainText.parse(`${text}\0\ud83d`);
        expect(tidied.isWellFormed()).toBe(true);
        expect(tidied).not.toContain("\0");
        expect(tidied).toBe(tidy(tidied));
      }),
    );
  });

  test("is cut between characters, and only when it has too many", () => {
    assert(
      property(anyText, nat(20), (text, most) => {
        const short = cut(text, most);
        expect(text.startsWith(short)).toBe(true);
        expect([...short]).toHaveLength(Math.min(most, [...text].length));
      }),
    );
    expect(cut("ab😀😀", 3)).toBe("ab😀");
  });
});

/** What takes a text as it comes, and why that does no harm. */
const exceptions: Record<string, string> = {
  "lib/base/auth/schema.ts": "passwords, links and codes go to the auth server and nowhere else",
  "lib/base/auth/second-factor/schema.ts": "codes that match a pattern once they are tidied, and passwords",
  "lib/palette/schema.ts": "what the server answers",
  "lib/profile/schema.ts": "a time zone that the world knows",
  "lib/base/list/looks/queries.ts": "what the database holds",
  "lib/team/schema.ts": "a currency and a time zone that the world knows",
};

test("every schema of forms and query strings takes texts by the one type", () => {
  const bare = ownFiles(".ts", ".tsx").filter((file) => {
    if (!/^(app|components|lib)\//.test(file) || /^lib\/(platforms|base\/(text|env))/.test(file))
      return false;
    // A text that has to match a pattern holds nothing else.
    const rest = read(file).replace(/z\s*\.string\(\)(\s*\.max\([^)]*\))?\s*\.regex\(/g, "");
    return /z\s*\.string\(\)|parseAsString\b/.test(rest);
  });
  expect(bare.sort()).toEqual(Object.keys(exceptions).sort());
});
