import { expect, test } from "vitest";
import { ownFiles, read } from "./sources.ts";

// Where a language is written from right to left the page is mirrored: what stands at the start of a line is said as that, not as "left".

const physical =
  /(?<=[\s"'`:(])-?(?:(?:scroll-)?(?:ml|mr|pl|pr)-[\w./[(]|(?:left|right)-[\w./[(]|(?:text|float|clear)-(?:left|right)\b|(?:border|rounded)-(?:l|r|tl|tr|bl|br)\b)[\w./[\]()%-]*/g;

/** What lies at the middle, and how far it is moved there, is the same either way. */
const atTheMiddle = /^(left|right)-1\/2$/;

/** What is not mirrored, and why. */
const exceptions: Record<string, string> = {
  "components/inventory/available-chart.tsx": "A chart goes from left to right in every language.",
  "components/ui/sheet.tsx": "A drawer slides in from one side, which its animation says.",
};

test("no part of a page says left or right where it means the start or the end of a line", () => {
  const found = ownFiles(".ts", ".tsx")
    .filter((file) => /^(app|components)\//.test(file))
    .flatMap((file) => (read(file).match(physical) ?? []).map((name) => ({ file, name })))
    .filter(({ name }) => !atTheMiddle.test(name));
  expect(found.filter(({ file }) => !(file in exceptions))).toEqual([]);
  expect(Object.keys(exceptions).filter((file) => !found.some((one) => one.file === file))).toEqual([]);
});

test("which would be noticed", () => {
  const names =
    "'ml-2 max-md:-mr-3 text-left base:text-right border-l md:rounded-tr-lg left-[11px] print:pl-0 -left-10'";
  expect(names.match(physical)).toHaveLength(9);
  expect("'ms-2 text-start border-s plain-text left pl border-line rounded-lg'".match(physical)).toBeNull();
});
