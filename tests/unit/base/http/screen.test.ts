import { expect, test } from "vitest";
import { saysPhone } from "#lib/base/http/screen.ts";

const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0";

test.each([
  ["a browser that says so", { "sec-ch-ua-mobile": "?1" }, true],
  [
    "a browser that denies it, whatever it is called",
    { "sec-ch-ua-mobile": "?0", "user-agent": safari },
    false,
  ],
  ["a phone by its name", { "user-agent": safari }, true],
  ["a laptop by its name", { "user-agent": firefox }, false],
  ["a program", { "user-agent": "node" }, null],
  ["nothing at all", {}, null],
])("%s", (_, headers, phone) => {
  expect(saysPhone(new Headers(headers))).toBe(phone);
});
