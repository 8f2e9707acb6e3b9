import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import { type Picture, pictureTypes, readPicture } from "#lib/base/files/picture.ts";

/** A picture of so many pixels takes 200 MB when somebody's browser unpacks it; no camera makes larger ones for a shop. */
const mostPixels = 50_000_000;

/** Why a picture is not kept. */
export type PictureFault = "photoUnreadable" | "photoTooManyPixels" | "otherShape";

/**
 * Keeps a picture among the files of a workspace. Before it comes, a job is queued that removes it later unless something has it by then:
 * whatever breaks in between, no file is left behind.
 *
 * @param fits whether it has the shape that is wanted; any, when left out
 */
export async function keepPicture(
  workspaceId: string,
  bytes: Uint8Array,
  fits: (picture: Picture) => boolean = () => true,
): Promise<{ key: string } | PictureFault> {
  const picture = readPicture(bytes);
  if (!picture) return "photoUnreadable";
  if (picture.width * picture.height > mostPixels) return "photoTooManyPixels";
  if (!fits(picture)) return "otherShape";
  const key = newFileKey(workspaceId, picture.kind);
  await forSystem(
    (tx) => tx.$executeRaw`
      select graphile_worker.add_job('remove-unused-photo', json_build_object('key', ${key}::text), run_at := now() + interval '1 hour',
        job_key := 'remove-unused-photo:' || ${key}, max_attempts := 15)`,
  );
  await files().put(key, bytes, pictureTypes[picture.kind]);
  return { key };
}
