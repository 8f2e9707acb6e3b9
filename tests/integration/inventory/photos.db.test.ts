import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import { deleteProducts } from "#lib/inventory/bulk-commands.ts";
import { answerPhoto, removePhoto, takePhoto } from "#lib/inventory/photo-requests.ts";
import { putPhoto, removeUnusedPhoto } from "#lib/inventory/photos.ts";
import { getProduct } from "#lib/inventory/queries.ts";
import { png, webp } from "#tests/fixtures/pictures.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { stockProduct } from "./shop.ts";

let desk: Desk;
let product: string;
beforeAll(async () => {
  desk = await createDesk();
  product = (await own()).id;
});

const own = () => stockProduct(desk, { owner: desk.seller.userId });

const sending = (body: Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", {
    method: "PUT",
    body,
    headers: { "Content-Type": "application/octet-stream", ...headers },
    duplex: "half",
  } as RequestInit);

const send = (session: Session, body: Uint8Array, id = product) =>
  takePhoto(session, sending(new Uint8Array(body)), { product: id });

async function keyOf(id: string): Promise<string> {
  const [row] = await asOwner<{ photo: string }>("select photo from products where id = $1", [id]);
  return row?.photo ?? "";
}

/** The files of the workspace. */
async function kept(): Promise<string[]> {
  const folder = join(ownAstra().env.FILES_DIR ?? "", desk.workspace.id);
  return (await readdir(folder)).map((name) => `${desk.workspace.id}/${name}`);
}

/** Runs the jobs that remove photos, as the worker would an hour later. */
async function clearUp(): Promise<void> {
  const jobs = await asOwner<{ key: string }>(
    `delete from graphile_worker._private_jobs where key like 'remove-unused-photo:' || $1 || '%' returning payload->>'key' as key`,
    [desk.workspace.id],
  );
  for (const { key } of jobs) await removeUnusedPhoto(key);
}

describe("the photo of a product", () => {
  test("is given to whoever sees the product, as the picture that it is and to nobody else", async () => {
    const picture = png(4, 3);
    await send(desk.seller, picture);
    const key = await keyOf(product);
    const version = key.slice(37);
    for (const session of [desk.seller, desk.admin, desk.manager, desk.viewer]) {
      const answer = await answerPhoto(session, { product, version });
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/png",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, max-age=86400, immutable",
      });
    }
    expect((await answerPhoto(desk.seller, { product })).headers.get("cache-control")).toBe(
      "private, no-cache",
    );
    for (const session of [desk.otherSeller, desk.stranger])
      expect((await answerPhoto(session, { product, version })).status).toBe(404);
    expect(await getProduct(desk.viewer, product)).toMatchObject({ photo: key });
  });

  test("is removed with its file when it is replaced, dropped, or its product is deleted", async () => {
    const { id } = await own();
    await send(desk.seller, png(1, 1), id);
    const first = await keyOf(id);
    await send(desk.seller, webp("VP8L", 2, 2), id);
    const second = await keyOf(id);
    expect(await kept()).toEqual(expect.arrayContaining([first, second]));
    await clearUp();
    expect(await kept()).toContain(second);
    expect(await kept()).not.toContain(first);
    await removePhoto(desk.seller, { product: id });
    await clearUp();
    expect(await kept()).not.toContain(second);
    expect((await answerPhoto(desk.seller, { product: id })).status).toBe(404);
    await send(desk.seller, png(1, 1), id);
    const third = await keyOf(id);
    await deleteProducts(desk.seller, { ids: [id] });
    await clearUp();
    expect(await kept()).not.toContain(third);
  });

  test("leaves no file when the product is gone by the time it has come", async () => {
    const { id } = await own();
    await deleteProducts(desk.seller, { ids: [id] });
    const before = (await kept()).length;
    await expect(putPhoto(desk.seller, id, png(1, 1))).rejects.toMatchObject({ key: "notFoundProduct" });
    await clearUp();
    expect((await kept()).length).toBeLessThanOrEqual(before);
  });
});

describe("is refused", () => {
  test("from whoever may not change the product, before it is read", async () => {
    const { id } = await stockProduct(desk, { owner: null });
    const unread = new ReadableStream(
      {
        pull: () => {
          throw new Error("It was read.");
        },
      },
      { highWaterMark: 0 },
    );
    for (const [session, of] of [
      [desk.viewer, product],
      [desk.otherSeller, product],
      [desk.stranger, product],
      [desk.seller, id],
    ] as const) {
      await expect(takePhoto(session, sending(unread), { product: of })).rejects.toMatchObject({
        key: "notFoundProduct",
      });
      await expect(putPhoto(session, of, png(1, 1))).rejects.toMatchObject({ key: "notFoundProduct" });
      await expect(removePhoto(session, { product: of })).rejects.toMatchObject({ key: "notFoundProduct" });
    }
  });

  test("when it is no picture, too large, or would fill a browser's memory", async () => {
    const cases: [Uint8Array, string][] = [
      [Buffer.from("<svg onload=alert(1)>".padEnd(100)), "photoUnreadable"],
      [Buffer.concat([png(1, 1), Buffer.from("<script>")]), "photoUnreadable"],
      [png(30_000, 30_000, Buffer.alloc(10)), "photoTooManyPixels"],
      [Buffer.alloc(5_000_001), "photoTooLarge"],
    ];
    const before = await keyOf(product);
    for (const [bytes, key] of cases)
      await expect(send(desk.seller, bytes), key).rejects.toMatchObject({ key });
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(100_000)) });
    await expect(takePhoto(desk.seller, sending(endless), { product })).rejects.toMatchObject({
      key: "photoTooLarge",
    });
    const form = await takePhoto(
      desk.seller,
      sending(new Uint8Array(png(1, 1)), { "Content-Type": "image/png" }),
      {
        product,
      },
    );
    expect(form).toMatchObject({ status: 415 });
    expect(await keyOf(product)).toBe(before);
  });

  test("by the database, when its key is of another workspace", async () => {
    const foreign = newFileKey(desk.stranger.workspace.id, "png");
    for (const key of [foreign, `${desk.workspace.id}/../x.png`, "x"])
      await expect(
        asPerson(desk.seller.userId, (query) =>
          query("update products set photo = $2 where id = $1", [product, key]),
        ),
      ).rejects.toThrow("products_photo_check");
  });
});
