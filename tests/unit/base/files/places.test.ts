import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { filesInFolder } from "#lib/base/files/folder.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import type { FilePlace } from "#lib/base/files/place.ts";

const secretKey = "sb_secret_of-a-test";
const bytes = new Uint8Array([1, 2, 3]);
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

async function inFolder(): Promise<{ place: FilePlace; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "astra-files-"));
  undo.push(() => rm(folder, { recursive: true }));
  return { place: filesInFolder(folder), folder };
}

/** What a stand-in of Supabase Storage answers: a status, and JSON or the bytes of a file. */
type Answer = [number, object | Buffer];

const refusal = (statusCode: string, error: string): Answer => [400, { statusCode, error, message: error }];

/** Answers as Storage does. */
class StorageStandIn {
  readonly asked: string[] = [];
  readonly #buckets = new Set<string>();
  readonly #kept = new Map<string, Buffer>();

  answer({ method, url = "", headers }: IncomingMessage, body: Buffer): Answer {
    const path = url.replace("/storage/v1/", "");
    this.asked.push(`${method} ${path.replace(/[0-9a-f-]{36}/g, "…")}`);
    if (!headers.authorization?.includes(secretKey)) return refusal("403", "Unauthorized");
    if (path === "bucket") return this.#makeBucket(JSON.parse(body.toString()));
    const [, bucket = "", ...rest] = path.split("/");
    if (!this.#buckets.has(bucket)) return refusal("404", "Bucket not found");
    const key = rest.join("/");
    if (method === "DELETE") for (const one of JSON.parse(body.toString()).prefixes) this.#kept.delete(one);
    else if (method === "POST") this.#kept.set(key, body);
    else return this.#found(key);
    return [200, { Id: randomUUID(), Key: `${bucket}/${key}` }];
  }

  #makeBucket({ id, public: isPublic }: { id: string; public: boolean }): Answer {
    if (isPublic) return refusal("400", "The bucket would be public");
    this.#buckets.add(id);
    return [200, { name: id }];
  }

  #found(key: string): Answer {
    const found = this.#kept.get(key);
    return found ? [200, found] : refusal("404", "Object not found");
  }
}

async function inStorage(): Promise<{ place: FilePlace; asked: string[] }> {
  const standIn = new StorageStandIn();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [status, said] = standIn.answer(request, Buffer.concat(chunks));
    response.writeHead(status, { "Content-Type": Buffer.isBuffer(said) ? "image/png" : "application/json" });
    response.end(Buffer.isBuffer(said) ? said : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  undo.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  vi.doMock("#lib/base/env.ts", () => ({
    env: () => ({ SUPABASE_URL: `http://127.0.0.1:${port}`, SUPABASE_SECRET_KEY: secretKey }),
  }));
  vi.resetModules();
  const { filesInStorage } = await import("#lib/base/files/storage.ts");
  return { place: filesInStorage("astra"), asked: standIn.asked };
}

describe.each([
  ["a folder", inFolder],
  ["Supabase Storage", inStorage],
])("files in %s", (_name, open) => {
  let place: FilePlace;
  beforeEach(async () => {
    ({ place } = await open());
  });

  test("are read as they were kept, and are gone when they are removed", async () => {
    const key = newFileKey(randomUUID(), "png");
    expect(await place.read(key)).toBeNull();
    await place.put(key, bytes, "image/png");
    expect(await place.read(key)).toEqual(bytes);
    await place.remove(key);
    await place.remove(key);
    expect(await place.read(key)).toBeNull();
  });

  test("have keys that lead nowhere else", async () => {
    for (const key of ["../keys.json", `${randomUUID()}/../../x.png`, "/etc/passwd", ""])
      await expect(Promise.resolve().then(() => place.read(key))).rejects.toThrow("no key of a file");
  });
});

test("a folder keeps files for its own account alone, and nothing half written", async () => {
  const { place, folder } = await inFolder();
  const key = newFileKey(randomUUID(), "png");
  await place.put(key, bytes, "image/png");
  expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, key.slice(0, 36)))).toEqual([key.slice(37)]);
});

test("a bucket is made once, and private, when the first file comes", async () => {
  const { place, asked } = await inStorage();
  await place.put(newFileKey(randomUUID(), "png"), bytes, "image/png");
  await place.put(newFileKey(randomUUID(), "png"), bytes, "image/png");
  expect(asked).toEqual([
    "POST object/astra/…/….png",
    "POST bucket",
    "POST object/astra/…/….png",
    "POST object/astra/…/….png",
  ]);
});
