import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { answerPortrait, removePortrait, takePortrait } from "#lib/profile/photo-requests.ts";
import { listPortraits, removeUnusedPortrait } from "#lib/profile/photos.ts";
import { png, webp } from "#tests/fixtures/pictures.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Workspace } from "#tests/support/people.ts";

let workspace: Workspace;
let person: Session;
let colleague: Session;
let stranger: Session;

const member = async (of: Workspace) =>
  (await loadSession((await createMember(of, "seller")).userId)) as Session;

beforeAll(async () => {
  workspace = await createWorkspace();
  stranger = await member(await createWorkspace());
});
beforeEach(async () => {
  [person, colleague] = [await member(workspace), await member(workspace)];
});

const send = (bytes: Uint8Array, type = "application/octet-stream") =>
  takePortrait(
    person,
    new Request("http://localhost/", {
      method: "PUT",
      body: new Uint8Array(bytes),
      headers: { "Content-Type": type },
    }),
  );

/** The files of the person. */
const kept = async () =>
  (await readdir(join(ownAstra().env.FILES_DIR ?? "", person.userId))).map(
    (name) => `${person.userId}/${name}`,
  );

/** Runs the jobs that remove photos, as the worker would an hour later. */
async function clearUp(): Promise<void> {
  const jobs = await asOwner<{ key: string }>(
    `delete from graphile_worker._private_jobs where key like 'remove-unused-portrait:' || $1 || '%' returning payload->>'key' as key`,
    [person.userId],
  );
  for (const { key } of jobs) await removeUnusedPortrait(key);
}

describe("a person's photo", () => {
  test("is seen by whoever works in a workspace with the person, and by nobody else", async () => {
    await send(png(4, 4));
    const version = (await listPortraits(colleague))[person.userId];
    expect(version).toMatch(/^[0-9a-f-]{36}\.png$/);
    for (const session of [person, colleague]) {
      const response = await answerPortrait(session, { person: person.userId, version });
      expect(response.headers.get("content-type")).toBe("image/png");
      expect(response.headers.get("content-security-policy")).toContain("sandbox");
      expect(response.headers.get("cache-control")).toContain("private");
      expect(Buffer.from(await response.arrayBuffer())).toEqual(png(4, 4));
    }
    expect((await answerPortrait(stranger, { person: person.userId })).status).toBe(404);
    expect(await listPortraits(stranger)).toEqual({});
  });

  test("is replaced and removed with its file, and nothing is left behind", async () => {
    await send(png(4, 4));
    const [first] = await kept();
    await send(webp("VP8X", 4, 4));
    await clearUp();
    expect(await kept()).toEqual([expect.stringMatching(/\.webp$/)]);
    expect(await kept()).not.toContain(first);
    await removePortrait(person);
    await clearUp();
    expect(await kept()).toEqual([]);
    expect((await answerPortrait(person, { person: person.userId })).status).toBe(404);
  });

  test("is a picture by its bytes, and none too large", async () => {
    await expect(send(Buffer.from("<svg onload=alert(1)>".padEnd(100)))).rejects.toThrow("photoUnreadable");
    await expect(send(png(30_000, 30_000, Buffer.alloc(10)))).rejects.toThrow("photoTooManyPixels");
    await expect(send(Buffer.alloc(5_000_001))).rejects.toThrow("photoTooLarge");
    expect(await send(png(1, 1), "image/png")).toMatchObject({ status: 415 });
  });

  test("is no file of somebody else, whatever is written past Astra", async () => {
    await send(png(4, 4));
    const [key] = await kept();
    await expect(
      asPerson(colleague.userId, (query) =>
        query("update users set photo = $2 where id = $1", [colleague.userId, key]),
      ),
    ).rejects.toThrow("users_photo_check");
  });
});
