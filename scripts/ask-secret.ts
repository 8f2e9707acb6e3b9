import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { ScriptError } from "#scripts/script-error.ts";

const silence = new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * A secret from the environment, else asked for at the terminal without showing it. It never stands in the command line, where
 * other processes and the shell's history could read it.
 *
 * @throws ScriptError when it is neither in the environment nor can be asked for
 */
export async function readSecret(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY) {
    throw new ScriptError(`Set ${variable}, or run this in a terminal, where it can be asked for.`);
  }
  return askSecret(question);
}

/** Asks at the terminal without an echo. */
export async function askSecret(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: silence, terminal: true });
  lines.once("SIGINT", () => {
    process.stdout.write("\n");
    process.exit(130);
  });
  process.stdout.write(question);
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stdout.write("\n");
  }
}
