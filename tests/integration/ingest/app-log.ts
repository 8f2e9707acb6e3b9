import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { log } from "#lib/base/log.ts";
import { ownAstra } from "#tests/support/own-astra.ts";

const logFile = () => join(ownAstra().dataDir, "app.log");

/** Fails the file when the app logs an error while its tests run: a warning tells of a delivery, an error of Astra itself. */
export function watchAppLog(): void {
  let start = 0;
  beforeAll(async () => {
    start = (await readFile(logFile())).length;
  });
  afterAll(async () => {
    const written = (await readFile(logFile())).subarray(start).toString("utf8");
    expect(written.split("\n").filter(isError)).toEqual([]);
  });
}

function isError(line: string): boolean {
  if (!line.startsWith("{")) return line.trim() !== "";
  return (JSON.parse(line) as { level: number }).level >= 50;
}

/** The same for what Astra logs in the test's own process. */
export function watchLog(): void {
  const logged = [vi.spyOn(log, "error"), vi.spyOn(log, "fatal")];
  afterAll(() => {
    expect(logged.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
}
