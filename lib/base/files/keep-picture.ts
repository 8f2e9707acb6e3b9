import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import { type PhotoFault, readPhoto } from "#lib/base/files/photo.ts";
import { type PictureKind, pictureTypes } from "#lib/base/files/picture.ts";

/** Why a picture is not kept: a key of the namespace "errors". */
type PictureFault = PhotoFault | "pictureNotSquare";

/** Where a picture is kept: in the folder of a workspace or a person, and the job that removes it once nothing has it. */
interface PicturePlace {
  folder: string;
  removedBy: string;
}

/**
 * Keeps a picture. Before it comes, its job is queued for later, which removes it unless something has it by then: whatever breaks in
 * between, no file is left behind.
 *
 * @param wanted with `isSquare` no oblong is kept
 */
export async function keepPicture(
  { folder, removedBy }: PicturePlace,
  bytes: Uint8Array,
  wanted: { isSquare?: boolean } = {},
): Promise<{ key: string } | PictureFault> {
  const picture = readPhoto(bytes);
  if (typeof picture === "string") return picture;
  if (wanted.isSquare && picture.width !== picture.height) return "pictureNotSquare";
  const key = newFileKey(folder, picture.kind);
  await forSystem(
    (tx) => tx.$executeRaw`
      select graphile_worker.add_job(${removedBy}, json_build_object('key', ${key}::text), run_at := now() + interval '1 hour',
        job_key := ${removedBy} || ':' || ${key}, max_attempts := 15)`,
  );
  await files().put(key, bytes, pictureTypes[picture.kind]);
  return { key };
}

/** Reads a picture that was kept; null when there is none. */
export async function readKeptPicture(
  key: string | null | undefined,
): Promise<{ key: string; bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const bytes = key ? await files().read(key) : null;
  if (!key || !bytes) return null;
  return { key, bytes, type: pictureTypes[key.slice(key.lastIndexOf(".") + 1) as PictureKind] };
}
