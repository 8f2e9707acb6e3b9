import { beforeAll, expect } from "vitest";
import { go, test } from "#tests/e2e/visit.ts";
import { png } from "#tests/fixtures/pictures.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let admin: Person;

beforeAll(async () => {
  const workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Pia Portrait");
  const store = await createStore(workspace, admin);
  await createSale({ workspace, store, seller: admin });
});

test("a photo is cut to a square, stands where the person is named, and is removed again", async ({
  visit,
}) => {
  const page = await visit("/settings/profile", { as: admin });
  const photos = page.locator(`img[src*="person=${admin.userId}"]`);
  await page
    .getByLabel("Photo")
    .setInputFiles({ name: "no picture.png", mimeType: "image/png", buffer: Buffer.from("nothing") });
  await page.getByRole("alert").getByText("This is no picture that we can show.").waitFor();
  await page
    .getByLabel("Photo")
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: png(90, 60) });
  await page.getByText("Your photo is changed.").waitFor();
  await photos.nth(1).waitFor();
  const sides = () =>
    photos.first().evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(sides).toEqual([256, 256]);
  await go(page, "/settings/team");
  await photos.nth(1).waitFor();
  await go(page, "/settings/profile");
  await page.getByRole("button", { name: "Remove" }).click();
  await photos.first().waitFor({ state: "hidden" });
});

test("rows of all lists are as high as the person wants them", async ({ visit }) => {
  const page = await visit("/settings/profile", { as: admin });
  await page.getByRole("radio", { name: "Low" }).click();
  await page.getByText("Your lists have rows of this height now.").waitFor();
  for (const list of ["/leads", "/orders"]) {
    await go(page, list);
    expect(await page.locator("[data-density]").first().getAttribute("data-density"), list).toBe("compact");
  }
});
