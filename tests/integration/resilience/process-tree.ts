import { readdirSync, readFileSync, readlinkSync } from "node:fs";

// Linux only: what runs and who listens is read from /proc.

/** A process and all its descendants, by id. */
export function processTree(root: number): number[] {
  const parents = new Map(runningProcesses().map((pid) => [pid, parentOf(pid)]));
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree;
}

/** The addresses that processes listen on, as hexadecimal `address:port`. */
export function listeningAddresses(pids: number[]): string[] {
  const owned = new Set(pids.flatMap(socketsOf));
  return ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listening && owned.has(fields[9] ?? ""))
      .map((fields) => fields[1] ?? ""),
  );
}

/** The one of the processes that listens on a port of 127.0.0.1; undefined when none does. */
export function listenerOn(port: number, pids: number[]): number | undefined {
  return pids.find((pid) => listeningAddresses([pid]).includes(loopbackAddress(port)));
}

/** A port of 127.0.0.1 as /proc writes it. */
export function loopbackAddress(port: number): string {
  return `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
}

const listening = "0A";

export function isRunning(pid: number): boolean {
  const state = statOf(pid)[0];
  return state !== undefined && state !== "Z";
}

function runningProcesses(): number[] {
  return readdirSync("/proc").map(Number).filter(Boolean);
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1]);
}

/** The fields of /proc/<pid>/stat from "state" on; none when the process is gone. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

function socketsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    const [, socket] = /^socket:\[(\d+)\]$/.exec(target(`/proc/${pid}/fd/${descriptor}`)) ?? [];
    return socket ? [socket] : [];
  });
}

/** What a descriptor points to; nothing when it was closed since. */
function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return "";
  }
}
