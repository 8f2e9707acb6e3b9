import { expect, test } from "vitest";
import { ownFiles, read } from "./sources.ts";

const longest = 300;

/** Longer files, and why. */
const exceptions: Record<string, string> = {
  "prisma/migrations/20261121000000_tables/migration.sql": "Written by Prisma from the schema.",
  "prisma/migrations/20261121000200_access/migration.sql": "One wall: all policies of the first schema.",
};

test(`no file is longer than ${longest} lines`, () => {
  const long = ownFiles(".ts", ".tsx", ".js", ".mjs", ".css", ".sql", ".prisma").filter(
    (file) => read(file).trimEnd().split("\n").length > longest,
  );
  expect(long.sort()).toEqual(Object.keys(exceptions).sort());
});
