import { expect, test } from "vitest";
import { namedRows } from "#app/(app)/named-rows.ts";
import { signedInPages } from "#tests/support/pages.ts";

const id = "7b0c0a7e-5c1e-4f57-9d0c-1f3c3c0f3c11";

test("every page that names a row is asked for its row before a byte of it is sent", () => {
  const pages = signedInPages(id).filter((path) => path.includes(id));
  expect(pages.length).toBeGreaterThan(5);
  const idsOf = (path: string) => namedRows.flatMap(({ address }) => address.exec(path)?.[1] ?? []);
  for (const path of pages) expect(idsOf(path), path).toEqual([id]);
});
