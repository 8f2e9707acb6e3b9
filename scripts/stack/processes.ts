import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** True as soon as the process has ended, false when it is still there after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Tells two processes apart that had the same id one after the other. Empty where the system can't say. */
export function startTime(pid: number): string {
  if (process.platform !== "linux") return processStatus(pid, "lstart=");
  return statFields(pid)[19] ?? "";
}

/**
 * The PostgreSQL processes of a data directory, which is where each of them works. Elsewhere than on Linux only
 * the given one is looked at, by its command.
 */
export function postgresProcesses(dataDirectory: string, expected: number): number[] {
  if (process.platform !== "linux") {
    return processStatus(expected, "command=").includes(dataDirectory) ? [expected] : [];
  }
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && workingDirectory(pid) === dataDirectory && commandName(pid) === "postgres");
}

function workingDirectory(pid: number): string {
  return readOrEmpty(() => readlinkSync(`/proc/${pid}/cwd`));
}

function commandName(pid: number): string {
  return readOrEmpty(() => readFileSync(`/proc/${pid}/comm`, "utf8")).trim();
}

function isZombie(pid: number): boolean {
  return process.platform === "linux" && statFields(pid)[0] === "Z";
}

/** The fields of /proc/<pid>/stat from "state" on; the command before them may itself hold spaces and brackets. */
function statFields(pid: number): string[] {
  const stat = readOrEmpty(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function processStatus(pid: number, column: string): string {
  return readOrEmpty(() =>
    execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }),
  ).trim();
}

/** A process may be gone, or be somebody else's, by the time it is looked at: then there is nothing to read. */
function readOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
