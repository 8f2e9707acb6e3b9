import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SummaryReporter } from "#tests/support/summary-reporter.ts";

const serverOnly = fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url));

/** Projects that share one database or one app run one file after the other. */
const inSequence = { fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000 };

const withDatabase = {
  ...inSequence,
  // Prisma's schema engine is WebAssembly, which Node calls experimental.
  execArgv: ["--disable-warning=ExperimentalWarning"],
  // The stack is started as `npm start` does it: by Node itself, not through the test runner's module loader.
  server: { deps: { external: [/\/scripts\/(stack\/.*|migrate|schema-engine)\.ts$/] } },
  globalSetup: ["tests/support/database-setup.ts"],
  setupFiles: ["tests/support/environment.ts"],
};

const withApp = {
  ...withDatabase,
  globalSetup: ["tests/support/database-setup.ts", "tests/support/app-setup.ts"],
};

/** Tests that speak to the database alone and need no build of the app. */
const databaseTests = [
  "tests/integration/{access,migrations,leads,export,palette,orders,customers}/**/*.test.ts",
];

export default defineConfig({
  resolve: { alias: { "server-only": serverOnly } },
  test: {
    reporters: ["default", new SummaryReporter()],
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { ...withDatabase, name: "database", include: databaseTests, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          ...withApp,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: databaseTests,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...withApp,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
