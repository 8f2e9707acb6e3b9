import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first, as the end of a run tells them. They are begun early, so that no worker has one of
 * them left when the others are done.
 */
export const slowest = [
  "tests/integration/intake/strangers.db.test.ts",
  // It reaches for all rows of its database, which are few at first.
  "tests/integration/access/matrix.db.test.ts",
  "tests/integration/intake/turns.db.test.ts",
  "tests/integration/intake/large.db.test.ts",
  "tests/integration/telegram/press.db.test.ts",
  "tests/integration/auth/sign-in.db.test.ts",
  "tests/integration/handover/hand-over.db.test.ts",
  "tests/integration/intake/histories.db.test.ts",
  "tests/integration/auth/second-factor.db.test.ts",
  "tests/integration/team/acceptance.db.test.ts",
  "tests/integration/inventory/import.db.test.ts",
  "tests/e2e/day/phone.e2e.test.ts",
  "tests/e2e/day/laptop.e2e.test.ts",
  "tests/e2e/languages.e2e.test.ts",
  "tests/e2e/look/work.e2e.test.ts",
  "tests/integration/telegram/alerts.http.test.ts",
  "tests/e2e/look/settings.e2e.test.ts",
  "tests/integration/resilience/crash.http.test.ts",
  "tests/e2e/stores.e2e.test.ts",
  "tests/e2e/calling.e2e.test.ts",
  "tests/integration/resilience/launcher.http.test.ts",
  "tests/e2e/palette-export.e2e.test.ts",
  "tests/e2e/lead-work.e2e.test.ts",
  "tests/integration/http/export.http.test.ts",
  "tests/e2e/inventory.e2e.test.ts",
  "tests/e2e/second-factor.e2e.test.ts",
  "tests/integration/scripts/stores.http.test.ts",
  "tests/e2e/leads.e2e.test.ts",
  "tests/e2e/pseudo-locale.e2e.test.ts",
  "tests/integration/resilience/outage.http.test.ts",
  "tests/e2e/passwords.e2e.test.ts",
  "tests/e2e/dashboard.e2e.test.ts",
  "tests/integration/ingest/strangers.http.test.ts",
  "tests/e2e/sign-in.e2e.test.ts",
  "tests/e2e/telegram.e2e.test.ts",
  "tests/e2e/leads-list.e2e.test.ts",
  "tests/e2e/team.e2e.test.ts",
  "tests/e2e/store-answers.e2e.test.ts",
  "tests/e2e/orders-customers.e2e.test.ts",
  "tests/e2e/profile.e2e.test.ts",
  "tests/e2e/lead-selection.e2e.test.ts",
  "tests/e2e/look/look.e2e.test.ts",
  "tests/e2e/mails.e2e.test.ts",
];

/** Tests that need the app, which is being built meanwhile, come after the others; of each kind the slowest files come first. */
export class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => needsApp(one) - needsApp(other) || placeOf(one) - placeOf(other));
  }
}

function needsApp({ project }: TestSpecification): number {
  return project.name === "integration" || project.name === "e2e" ? 1 : 0;
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = slowest.findIndex((file) => moduleId.endsWith(`/${file}`));
  return place < 0 ? slowest.length : place;
}
