import { execFile } from "node:child_process";
import { projectDirectory } from "#scripts/stack/project.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { appEnvironment } from "#tests/support/test-process.ts";

/** How a script ended, and what it said. */
export interface ScriptRun {
  code: number;
  output: string;
  errors: string;
}

/** Runs one of the scripts as `npm run` does, without a terminal, against the stack of the test run. */
export function runScript(
  script: string,
  args: string[],
  settings: Record<string, string> = {},
): Promise<ScriptRun> {
  const env = appEnvironment({ ...ownAstra().env, ...settings });
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--conditions=react-server", `scripts/${script}.ts`, ...args],
      { cwd: projectDirectory, env },
      (_failure, output, errors) => resolve({ code: child.exitCode ?? 1, output, errors }),
    );
    child.stdin?.end();
  });
}
