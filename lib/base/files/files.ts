import "server-only";
import { env } from "#lib/base/env.ts";
import { filesInFolder } from "#lib/base/files/folder.ts";
import type { FilePlace } from "#lib/base/files/place.ts";
import { filesInStorage } from "#lib/base/files/storage.ts";

/** Where this Astra keeps files: in the folder that the environment names, or else in the storage of the Supabase project. */
export function files(): FilePlace {
  const { FILES_DIR, FILES_BUCKET } = env();
  return FILES_DIR ? filesInFolder(FILES_DIR) : filesInStorage(FILES_BUCKET);
}
