import { describe, expect, test } from "vitest";
import { mailHref, phoneHref } from "#components/ui/contact-links.ts";
import { ownFiles, read } from "#tests/unit/architecture/sources.ts";

describe("the link to a buyer", () => {
  test("dials and writes as before where nothing odd stands", () => {
    expect(phoneHref("+40722123456")).toBe("tel:+40722123456");
    expect(mailHref("ana.pop@example.com")).toBe("mailto:ana.pop@example.com");
  });

  test("adds no recipient, subject or text to a mail", () => {
    const odd = "a@example.com?bcc=spy@evil.example&subject=Pay&body=here";
    const { pathname, search } = new URL(mailHref(odd));
    expect(search).toBe("");
    expect(decodeURIComponent(pathname)).toBe(odd);
  });

  test("adds no code that a phone obeys", () => {
    expect(phoneHref("*21*0722#")).toBe("tel:*21*0722%23");
    expect(phoneHref("0722;phone-context=x?y")).toBe("tel:0722%3Bphone-context%3Dx%3Fy");
  });

  test("is made nowhere else", () => {
    const others = ownFiles(".ts", ".tsx").filter(
      (file) => /^(app|components|lib)\//.test(file) && file !== "components/ui/contact-links.ts",
    );
    expect(others.filter((file) => /["'`](tel|mailto):/.test(read(file)))).toEqual([]);
  });
});
