import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SummaryReporter } from "#tests/support/summary-reporter.ts";

const serverOnly = fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url));

const withDatabase = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // Prisma's schema engine is WebAssembly, which Node calls experimental.
  execArgv: ["--disable-warning=ExperimentalWarning"],
  // The stack is started as `npm start` does it: by Node itself, not through the test runner's module loader.
  server: { deps: { external: [/\/scripts\/(stack\/.*|migrate|schema-engine)\.ts$/] } },
  globalSetup: ["tests/support/database-setup.ts"],
  setupFiles: ["tests/support/environment.ts"],
};

/** Tests of the one app run one file after the other, since they also ask about all that it does. */
const withApp = {
  ...withDatabase,
  fileParallelism: false,
  globalSetup: ["tests/support/database-setup.ts", "tests/support/app-setup.ts"],
};

/** A test says by its suffix what it needs: nothing, the database, the app through HTTP, or the app in a browser. */
const suffixed = (suffix: string) => [`tests/**/*${suffix}.test.ts`];
const needingMore = [".db", ".http", ".e2e"].flatMap(suffixed);

/** One file waits for the database while the other computes. */
const sideBySide = { maxWorkers: 2, sequence: { groupOrder: 0 } };

export default defineConfig({
  resolve: { alias: { "server-only": serverOnly } },
  test: {
    reporters: ["default", new SummaryReporter()],
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { ...sideBySide, name: "unit", include: suffixed(""), exclude: needingMore },
      },
      {
        extends: true,
        test: { ...withDatabase, ...sideBySide, name: "database", include: suffixed(".db") },
      },
      {
        extends: true,
        test: {
          ...withApp,
          name: "integration",
          include: suffixed(".http"),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...withApp,
          name: "e2e",
          include: suffixed(".e2e"),
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
