import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "#lib/base/env.ts";
import { checkedKey } from "#lib/base/files/key.ts";
import type { FilePlace } from "#lib/base/files/place.ts";

/** Files in a private bucket of Supabase Storage, which is made when the first file comes. */
export function filesInStorage(bucket: string): FilePlace {
  const { storage } = createClient(env().SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const upload = (key: string, bytes: Uint8Array, contentType: string) =>
    storage.from(bucket).upload(checkedKey(key), bytes, { contentType, upsert: false });
  return {
    async put(key, bytes, type) {
      let { error } = await upload(key, bytes, type);
      if (isMissing(error)) {
        const made = await storage.createBucket(bucket, { public: false });
        // Somebody else may have made it meanwhile; what else is wrong the next try tells.
        if (made.error && statusOf(made.error) !== 409) throw made.error;
        ({ error } = await upload(key, bytes, type));
      }
      if (error) throw error;
    },
    async read(key) {
      const { data, error } = await storage.from(bucket).download(checkedKey(key));
      if (isMissing(error)) return null;
      if (error) throw error;
      return new Uint8Array(await data.arrayBuffer());
    },
    async remove(key) {
      const { error } = await storage.from(bucket).remove([checkedKey(key)]);
      if (error && !isMissing(error)) throw error;
    },
  };
}

/** What Storage says is wrong. */
interface Refusal {
  status?: number | undefined;
  statusCode?: string | undefined;
}

/** There is no such bucket or file. */
function isMissing(error: Refusal | null): boolean {
  return error !== null && statusOf(error) === 404;
}

/** Storage answers 400 and says in the body what it means. */
function statusOf({ status, statusCode }: Refusal): number {
  return Number(statusCode ?? status);
}
