import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { FileOrder } from "#tests/support/file-order.ts";
import { SummaryReporter } from "#tests/support/summary-reporter.ts";
import { TimingReporter } from "#tests/support/timing-reporter.ts";

const serverOnly = fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url));

const withStack = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // Prisma's schema engine is WebAssembly, which Node calls experimental.
  execArgv: ["--disable-warning=ExperimentalWarning"],
  // The stack is started as `npm start` does it: by Node itself, not through the test runner's module loader.
  server: { deps: { external: [/\/scripts\/(stack\/.*|migrate|schema-engine)\.ts$/] } },
  globalSetup: ["tests/support/setup.ts"],
  setupFiles: ["tests/support/stack-environment.ts"],
};

const withApp = {
  ...withStack,
  globalSetup: ["tests/support/setup.ts", "tests/support/app-setup.ts"],
  setupFiles: ["tests/support/app-environment.ts"],
};

/** A test says by its suffix what it needs: nothing, the database, the app through HTTP, or the app in a browser. */
const suffixed = (suffix: string) => [`tests/**/*${suffix}.test.ts`];
const needingMore = [".db", ".http", ".e2e"].flatMap(suffixed);

/** While one file waits, two compute. Each of the three workers has a stack and an app of its own. */
const maxWorkers = 3;

export default defineConfig({
  resolve: { alias: { "server-only": serverOnly } },
  test: {
    reporters: ["default", new TimingReporter(), new SummaryReporter()],
    teardownTimeout: 60_000,
    sequence: { sequencer: FileOrder },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          maxWorkers,
          // What computes alone leaves nothing behind, and needs no process of its own, which takes longer to begin than most of these files.
          isolate: false,
          testTimeout: 30_000,
          include: suffixed(""),
          exclude: needingMore,
        },
      },
      {
        extends: true,
        test: { ...withStack, name: "database", maxWorkers, include: suffixed(".db") },
      },
      {
        extends: true,
        test: { ...withApp, name: "integration", maxWorkers, include: suffixed(".http") },
      },
      {
        extends: true,
        test: {
          ...withApp,
          name: "e2e",
          maxWorkers,
          include: suffixed(".e2e"),
          testTimeout: 60_000,
        },
      },
    ],
  },
});
