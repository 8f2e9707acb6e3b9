import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import { type PhotoFault, readPhoto } from "#lib/base/files/photo.ts";
import { pictureTypes } from "#lib/base/files/picture.ts";

/** Why a picture is not kept: a key of the namespace "errors". */
type PictureFault = PhotoFault | "pictureNotSquare";

/**
 * Keeps a picture among the files of a workspace. Before it comes, a job is queued that removes it later unless something has it by then:
 * whatever breaks in between, no file is left behind.
 *
 * @param wanted with `isSquare` no oblong is kept
 */
export async function keepPicture(
  workspaceId: string,
  bytes: Uint8Array,
  wanted: { isSquare?: boolean } = {},
): Promise<{ key: string } | PictureFault> {
  const picture = readPhoto(bytes);
  if (typeof picture === "string") return picture;
  if (wanted.isSquare && picture.width !== picture.height) return "pictureNotSquare";
  const key = newFileKey(workspaceId, picture.kind);
  await forSystem(
    (tx) => tx.$executeRaw`
      select graphile_worker.add_job('remove-unused-photo', json_build_object('key', ${key}::text), run_at := now() + interval '1 hour',
        job_key := 'remove-unused-photo:' || ${key}, max_attempts := 15)`,
  );
  await files().put(key, bytes, pictureTypes[picture.kind]);
  return { key };
}
