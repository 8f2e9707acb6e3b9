import { writeSync } from "node:fs";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with one line that a machine can read: `12 passed, 0 failed`, with `, 3 skipped` when some were. */
export class SummaryReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  onInit(): void {
    process.once("exit", (code) => writeSync(process.stdout.fd, `${this.#summary(code)}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    this.#passed = count("passed");
    this.#failed = count("failed") + modules.flatMap(failuresOutsideTests).length + unhandledErrors.length;
    this.#skipped = count("skipped");
  }

  /** What fails outside of the tests (the set-up, say) has failed as well. */
  #summary(exitCode: number): string {
    const failed = exitCode === 0 ? this.#failed : Math.max(1, this.#failed);
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : "";
    return `${this.#passed} passed, ${failed} failed${skipped}`;
  }
}

/** A file that can't be loaded, or a hook that throws, fails without any of its tests failing. */
function failuresOutsideTests(module: TestModule): unknown[] {
  return [module, ...module.children.allSuites()].flatMap((group) => group.errors());
}
