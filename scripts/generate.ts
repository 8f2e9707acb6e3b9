import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// `prisma generate` looks for a native engine that it does not use; any existing program will do, and then nothing is downloaded.
const prisma = fileURLToPath(import.meta.resolve("prisma/build/index.js"));
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate"], {
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  encoding: "utf8",
});
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exit(status ?? 1);
}
