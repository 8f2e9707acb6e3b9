import { expect, test } from "vitest";
import { importsAtOnceOf, importsOf, ownFiles, read } from "./sources.ts";

const code = new Set(ownFiles(".ts", ".tsx", ".js"));
const { dependencies, scripts } = JSON.parse(read("package.json")) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
};

/** What starts and serves a build, migrates, and makes the first accounts, once `npm ci --omit=dev` has installed. */
const servers = [
  ...["start", "worker", "db:migrate", "admin:create", "store:create"].flatMap(
    (name) => scripts[name]?.match(/scripts\/[^ ]+\.ts/g) ?? [],
  ),
  "scripts/worker.ts",
  "scripts/delivery-thread.ts",
  "next.config.ts",
  "scripts/build/compile-messages.ts",
  ...[...code].filter((file) => /^(app\/.+|proxy|instrumentation)\.tsx?$/.test(file)),
];

/** Used without an import: by npm scripts, by React's renderer, by what Prisma generates. */
const usedOtherwise = ["node", "react-dom", "@prisma/client"];

test("a server of one's own needs no package of development, and brings none that nothing uses", () => {
  const used = packagesOf(servers);
  const missing = used.filter((name) => !(name in dependencies));
  const needless = Object.keys(dependencies).filter((name) => ![...used, ...usedOtherwise].includes(name));
  expect({ missing, needless }).toEqual({ missing: [], needless: [] });
});

// Node runs it as it is: what belongs to requests and pages is not there, and ends it as it starts.
test("the worker comes to nothing of Next.js", () => {
  expect(packagesOf(["scripts/worker.ts"])).toContain("nodemailer");
  expect(packagesOf(["scripts/worker.ts"]).filter((name) => /^next(-|$)|^react/.test(name))).toEqual([]);
});

/** The packages that files come to. Scripts fetch what is for development only when it is wanted; all else may be wanted at any time. */
function packagesOf(files: string[]): string[] {
  const seen = new Set(files);
  const packages = new Set<string>();
  for (const file of seen) {
    const imports = file.startsWith("scripts/") ? importsAtOnceOf : importsOf;
    for (const { target, isType } of imports(file, read(file))) {
      if (isType || target.startsWith("node:") || target.startsWith("lib/base/db/generated/")) continue;
      if (code.has(target)) seen.add(target);
      else if (!/\.(css|json)$/.test(target) || target.startsWith("@")) packages.add(packageOf(target));
    }
  }
  return [...packages];
}

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}
