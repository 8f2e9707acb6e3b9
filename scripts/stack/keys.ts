import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { generateApiKey } from "@supabase/lite";
import { z } from "zod";
import type { StackPaths } from "#scripts/stack/paths.ts";
import { writePrivateFile } from "#scripts/stack/private-file.ts";

const keysSchema = z.object({
  superuserPassword: z.string().min(1),
  migrationPassword: z.string().min(1),
  authServerPassword: z.string().min(1),
  appPassword: z.string().min(1),
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith("sb_publishable_"),
  secretKey: z.string().startsWith("sb_secret_"),
  encryptionKey: z.string().min(1),
  cronSecret: z.string().min(1),
});

/** The secrets of one embedded stack, made at its first start and kept with its data. */
export type StackKeys = z.infer<typeof keysSchema>;

export async function loadOrMakeKeys(paths: StackPaths): Promise<StackKeys> {
  if (existsSync(paths.keys)) return keysSchema.parse(JSON.parse(await readFile(paths.keys, "utf8")));
  if (existsSync(paths.database)) {
    throw new Error(
      `${paths.keys} is missing, but ${paths.database} was made with the passwords in it. ` +
        "Put the file back, or move the whole data directory away to start with an empty one.",
    );
  }
  const keys = await makeKeys();
  await writePrivateFile(paths.keys, `${JSON.stringify(keys, null, 2)}\n`);
  return keys;
}

async function makeKeys(): Promise<StackKeys> {
  return {
    superuserPassword: randomSecret(),
    migrationPassword: randomSecret(),
    authServerPassword: randomSecret(),
    appPassword: randomSecret(),
    jwtSecret: randomSecret(48),
    publishableKey: (await generateApiKey("publishable")).key,
    secretKey: (await generateApiKey("secret")).key,
    encryptionKey: randomBytes(32).toString("base64"),
    cronSecret: randomSecret(),
  };
}

function randomSecret(bytes = 24): string {
  return randomBytes(bytes).toString("base64url");
}
