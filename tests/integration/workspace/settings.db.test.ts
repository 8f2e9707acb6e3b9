import { beforeEach, describe, expect, test } from "vitest";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { removeUnusedPhoto } from "#lib/inventory/photos.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { changeWorkspace } from "#lib/workspace/commands.ts";
import { answerLogo, removeLogo, takeLogo } from "#lib/workspace/logo-requests.ts";
import { workspaceChangeSchema } from "#lib/workspace/schema.ts";
import { png } from "#tests/fixtures/pictures.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Member;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin");
});

const present = async ({ userId }: { userId: string }) => (await loadSession(userId)) as Session;

describe("an admin changes the workspace", () => {
  test("and everybody's next request knows", async () => {
    const seller = await signIn(workspace, "seller");
    const workingHours = { 1: { from: "08:30", to: "16:00" } };
    const change = { name: "Lumea", currency: "RON", timezone: "Europe/Bucharest", workingHours };
    await changeWorkspace(admin, change);
    expect((await present(seller)).workspace).toMatchObject(change);
    const [entry] = await asOwner(
      "select actor_id, details from audit_entries where workspace_id = $1 and act = 'workspace:changed'",
      [workspace.id],
    );
    expect(entry).toMatchObject({
      actor_id: admin.userId,
      details: { currency: { from: "EUR", to: "RON" } },
    });
  });

  test("and nobody else does, whatever is forced", async () => {
    for (const role of ["manager", "seller", "viewer"] as const) {
      const member = await signIn(workspace, role);
      await expect(changeWorkspace({ ...member, role: "admin" }, { name: "Mine" })).rejects.toThrow(
        "forbidden",
      );
    }
    const stranger = await signIn(await createWorkspace(), "admin");
    const there = { ...stranger, workspace: admin.workspace };
    await expect(changeWorkspace(there, { name: "Mine" })).rejects.toThrow("forbidden");
  });

  test("a lead that gave no answer is called again in working hours", async () => {
    const seller = await signIn(workspace, "seller");
    const store = await createStore(workspace, seller);
    const { leadId } = await createSale({ workspace, seller, store });
    const now = new Date();
    // The one day of the week that is worked is the day after tomorrow.
    const day = new Date(now.getTime() + 2 * 86_400_000);
    const weekday = String(((day.getUTCDay() + 6) % 7) + 1) as "1";
    await changeWorkspace(admin, {
      timezone: "UTC",
      workingHours: { [weekday]: { from: "09:00", to: "17:00" } },
    });
    await changeStatus(seller, {
      ids: [leadId],
      change: { field: "codStatus", to: "no_answer" },
      isOverride: false,
    });
    const [lead] = await asOwner<{ at: Date }>("select call_back_at as at from crm_leads where id = $1", [
      leadId,
    ]);
    expect(lead?.at.toISOString()).toBe(`${day.toISOString().slice(0, 10)}T09:00:00.000Z`);
  });
});

describe("what a workspace says of itself has bounds", () => {
  test.each([
    ["no name", { name: "  " }],
    ["a name of 81 characters", { name: "x".repeat(81) }],
    ["a currency that there is not", { currency: "ABC" }],
    ["a time zone that there is not", { timezone: "Europe/Atlantis" }],
    ["hours that end before they begin", { workingHours: { 1: { from: "17:00", to: "09:00" } } }],
    ["an eighth day", { workingHours: { 8: { from: "09:00", to: "17:00" } } }],
    ["an hour that no clock shows", { workingHours: { 1: { from: "9", to: "25:00" } } }],
  ])("in what is sent: %s", (_name, change) => {
    expect(workspaceChangeSchema.safeParse(change).success).toBe(false);
  });

  test.each([
    ["working_hours", `{"8": {"from": "09:00", "to": "17:00"}}`],
    ["working_hours", `{"1": {"from": "17:00", "to": "09:00"}}`],
    ["working_hours", `{"1": {"from": "09:00"}}`],
    ["working_hours", `{"1": {"from": "09:00", "to": "17:00", "more": "x"}}`],
    ["working_hours", `[]`],
    ["currency", "euro"],
    ["logo", "somewhere/else.png"],
    ["logo", "00000000-0000-4000-8000-000000000000/00000000-0000-4000-8000-000000000001.png"],
    ["low_stock_at", "-1"],
  ])("in the database: %s", async (column, value) => {
    const type = column === "working_hours" ? "jsonb" : column === "low_stock_at" ? "int" : "text";
    await expect(
      asPerson(admin.userId, (query) =>
        query(`update workspaces set ${column} = $1::text::${type}`, [value]),
      ),
    ).rejects.toThrow(/violates check constraint/);
  });
});

describe("the logo", () => {
  const sent = (body: Buffer) =>
    new Request("http://localhost/", {
      method: "PUT",
      body: new Uint8Array(body),
      headers: { "Content-Type": "application/octet-stream" },
    });

  test("is a square picture, given to members alone, and its file goes with it", async () => {
    const seller = await signIn(workspace, "seller");
    const picture = png(64, 64);
    await takeLogo(admin, sent(picture));
    const session = await present(seller);
    const answer = await answerLogo(session, {});
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    const key = session.workspace.logo ?? "";
    await removeUnusedPhoto(key);
    expect((await answerLogo(session, {})).status).toBe(200);
    await removeLogo(admin);
    const [job] = await asOwner(
      "select 1 from graphile_worker._private_jobs where key = $1 and run_at <= now()",
      [`remove-unused-photo:${key}`],
    );
    expect(job).toBeDefined();
    await removeUnusedPhoto(key);
    expect((await answerLogo(session, {})).status).toBe(404);
  });

  test("is no oblong, and nothing else than a picture", async () => {
    await expect(takeLogo(admin, sent(png(64, 32)))).rejects.toThrow("pictureNotSquare");
    await expect(takeLogo(admin, sent(Buffer.from("<svg/>")))).rejects.toThrow("photoUnreadable");
    expect(
      await takeLogo(admin, new Request("http://localhost/", { method: "PUT", body: "x" })),
    ).toMatchObject({
      status: 415,
    });
  });

  test("is an admin's to choose, whatever is forced", async () => {
    const seller = await signIn(workspace, "seller");
    await expect(takeLogo({ ...seller, role: "admin" }, sent(png(8, 8)))).rejects.toThrow("forbidden");
  });
});
