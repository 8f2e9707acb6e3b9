import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";

// `npm run check`: what can be said of the code without running it. The checks run side by side; each tells what it found when it is done.

const checks = ["biome check .", "next typegen && tsc --noEmit", "knip"];

async function run(command: string): Promise<boolean> {
  const child = spawn(`(${command}) 2>&1`, { shell: true, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  process.stdout.write(await buffer(child.stdout));
  return (await ended) === 0;
}

const passed = await Promise.all(checks.map(run));
if (passed.includes(false)) {
  console.error(`\nFailed: ${checks.filter((_, index) => !passed[index]).join(", ")}.`);
  process.exit(1);
}
