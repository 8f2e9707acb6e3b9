import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright";
import { beforeEach, describe, expect } from "vitest";
import { violationsOn } from "#tests/e2e/accessible.ts";
import { phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";

let workspace: Workspace;
let seller: Person;

beforeEach(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Ana Seller");
});

/** Adds leads of the seller, the first of the highest value. */
async function addLeads(...names: string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    await insert("crm_leads", {
      id: randomUUID(),
      workspace_id: workspace.id,
      user_id: seller.userId,
      name,
      phone: "+40722123456",
      value: 1000 - index,
      // The first is called first.
      arrived_at: new Date(Date.now() - (names.length - index) * 60_000),
      source: "manual",
      cod_status: "pending",
      kpi_status: "waiting",
    });
  }
}

async function statusOf(name: string): Promise<string | undefined> {
  const [lead] = await asOwner<{ cod_status: string }>(
    "select cod_status from crm_leads where workspace_id = $1 and name = $2",
    [workspace.id, name],
  );
  return lead?.cod_status;
}

async function triesOf(name: string): Promise<number | undefined> {
  const [lead] = await asOwner<{ call_attempts: number }>(
    "select call_attempts from crm_leads where workspace_id = $1 and name = $2",
    [workspace.id, name],
  );
  return lead?.call_attempts;
}

/** Records a call without an answer, as another window of the person would. */
async function record(name: string): Promise<void> {
  await asOwner(
    `update crm_leads set cod_status = 'no_answer', call_attempts = 1, call_back_at = now() + interval '2 hours',
       called_by = null, called_until = null
     where workspace_id = $1 and name = $2`,
    [workspace.id, name],
  );
}

/** Waits until a buyer is the one to call and an outcome counts, and the server has opened the lead. */
async function onTheLine(page: Page, name: string): Promise<void> {
  await onTheScreen(page, name);
  await expect
    .poll(
      async () => {
        const [lead] = await asOwner<{ called_by: string | null }>(
          "select called_by from crm_leads where workspace_id = $1 and name = $2",
          [workspace.id, name],
        );
        return lead?.called_by;
      },
      { timeout: 10_000 },
    )
    .toBe(seller.userId);
}

/** Waits until a buyer has been shown so long that an outcome counts: before, it is taken for a double press. */
async function onTheScreen(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  await setTimeout(450);
}

describe("calling", () => {
  test("goes from lead to lead by keyboard, with a note and an undo, to the end", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two", "Tea Three");
    const page = await visit("/leads/call", { as: seller });
    await onTheLine(page, "Olga One");
    await page.getByText("0 of 3").waitFor();
    expect(await page.getByRole("link", { name: "+40 722 123 456" }).getAttribute("href")).toBe(
      "tel:+40722123456",
    );

    await page.keyboard.press("n");
    await page.keyboard.type("Call before 5");
    await page.keyboard.press("Enter");
    await page.keyboard.press("1");
    await onTheLine(page, "Tudor Two");
    expect(await statusOf("Olga One")).toBe("confirmed");
    await page.getByText("Olga One: confirmed").waitFor();
    expect(await page.getByRole("textbox", { name: "Note" }).inputValue()).toBe("");

    await page.keyboard.press("2");
    await onTheLine(page, "Tea Three");
    expect(await statusOf("Tudor Two")).toBe("no_answer");
    await page.getByText("Tudor Two: no answer, next try").waitFor();

    await page.keyboard.press("u");
    await onTheLine(page, "Tudor Two");
    expect(await statusOf("Tudor Two")).toBe("pending");
    await page.getByText("1 of 3").waitFor();

    await page.keyboard.press("4");
    await onTheLine(page, "Tea Three");
    await page.keyboard.press("3");
    await page.getByRole("dialog").getByRole("button", { name: "Tomorrow" }).click();
    await page.getByRole("heading", { name: "Nothing left to call", level: 1 }).waitFor();
    await page.getByText("The next call-back is due on").waitFor();
    expect(await statusOf("Tea Three")).toBe("postponed");
    await page.getByText("3 of 3").waitFor();
    const notes = await asOwner("select details from crm_lead_events where type = 'note' and user_id = $1", [
      seller.userId,
    ]);
    expect(notes).toEqual([{ details: { text: "Call before 5" } }]);
  });

  test("keeps up with quick fingers", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two", "Tea Three");
    const page = await visit("/leads/call", { as: seller });
    await onTheLine(page, "Olga One");
    const answer = Promise.withResolvers<void>();
    await page.route("**/leads/call", async (route) => {
      await answer.promise;
      await route.continue();
    });
    await page.keyboard.press("1");
    await onTheScreen(page, "Tudor Two");
    await page.keyboard.press("4");
    expect(await statusOf("Olga One")).toBe("pending");
    answer.resolve();
    await onTheLine(page, "Tea Three");
    expect(await statusOf("Olga One")).toBe("confirmed");
    expect(await statusOf("Tudor Two")).toBe("rejected");
  });

  test("takes a double press and a double tap for one", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two", "Tea Three");
    const page = await visit("/leads/call", { as: seller });
    await onTheLine(page, "Olga One");
    for (const key of ["1", "1"]) await page.keyboard.press(key);
    await onTheLine(page, "Tudor Two");
    await page.getByText("1 of 3").waitFor();
    expect(await statusOf("Tudor Two")).toBe("pending");

    await page.getByRole("button", { name: "Confirmed" }).dblclick();
    await onTheLine(page, "Tea Three");
    await page.getByText("2 of 3").waitFor();
    expect(await statusOf("Tudor Two")).toBe("confirmed");
    expect(await statusOf("Tea Three")).toBe("pending");
  });

  test("skips, and comes back to who was skipped", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two");
    const page = await visit("/leads/call?view=to_call", { as: seller });
    await onTheLine(page, "Olga One");
    await page.keyboard.press("s");
    await onTheLine(page, "Tudor Two");
    await page.keyboard.press("1");
    await page.getByRole("button", { name: "Call the one you skipped" }).click();
    await onTheLine(page, "Olga One");
  });

  test("says who decided meanwhile, and keeps the lead and the note", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two");
    const page = await visit("/leads/call", { as: seller });
    await onTheLine(page, "Olga One");
    await page.getByRole("textbox", { name: "Note" }).fill("Wants two");
    await asOwner(
      "update crm_leads set cod_status = 'collected' where workspace_id = $1 and name = 'Olga One'",
      [workspace.id],
    );
    await page.getByRole("button", { name: "Confirmed" }).click();
    await page.getByText("This lead was decided meanwhile").waitFor();
    await page.getByRole("heading", { name: "Olga One", level: 1 }).waitFor();
    expect(await page.getByRole("textbox", { name: "Note" }).inputValue()).toBe("Wants two");
  });

  test("shows the next lead, not the last one, when the browser goes back to it", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two");
    const page = await visit("/leads", { as: seller });
    await page.getByRole("link", { name: "Start calling" }).click();
    await onTheLine(page, "Olga One");
    await page.keyboard.press("2");
    await onTheLine(page, "Tudor Two");
    await page.getByRole("link", { name: "Stop" }).click();
    await page.getByRole("heading", { name: "Leads", level: 1 }).waitFor();
    await page.goBack();
    await onTheLine(page, "Tudor Two");
    expect(await page.getByRole("heading", { name: "Olga One", level: 1 }).count()).toBe(0);
    await page.keyboard.press("2");
    await page.getByRole("heading", { name: "Nothing left to call", level: 1 }).waitFor();
    await expect.poll(() => statusOf("Tudor Two")).toBe("no_answer");
    expect(await triesOf("Olga One")).toBe(1);
  });

  test("looks again when the browser shows the page once more", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two");
    const page = await visit("/leads/call", { as: seller });
    await onTheLine(page, "Olga One");
    await record("Olga One");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await onTheLine(page, "Tudor Two");
  });

  test("records nothing on top of what was recorded meanwhile, and keeps the note", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two");
    const page = await visit("/leads/call", { as: seller });
    await onTheLine(page, "Olga One");
    await page.getByRole("textbox", { name: "Note" }).fill("Wants two");
    await record("Olga One");
    await page.getByRole("button", { name: "No answer" }).click();
    await page.getByText("this lead was already recorded meanwhile (no answer)").waitFor();
    await page.getByText("1 without an answer").waitFor();
    expect(await page.getByRole("textbox", { name: "Note" }).inputValue()).toBe("Wants two");
    expect(await triesOf("Olga One")).toBe(1);
    await onTheLine(page, "Olga One");
    await page.getByRole("button", { name: "Confirmed" }).click();
    await onTheLine(page, "Tudor Two");
    expect(await statusOf("Olga One")).toBe("confirmed");
  });

  test("works under a thumb", async ({ visit }) => {
    await addLeads("Olga One", "Tudor Two", "Tea Three");
    const page = await visit("/leads/call", { as: seller, viewport: phone });
    await onTheLine(page, "Olga One");
    const confirmed = page.getByRole("button", { name: "Confirmed" });
    expect((await confirmed.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await confirmed.click();
    await onTheLine(page, "Tudor Two");
    await page.getByRole("button", { name: "More outcomes" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Wrong number" }).click();
    await onTheLine(page, "Tea Three");
    expect(await statusOf("Tudor Two")).toBe("wrong_number");
  });

  test.for(["light", "dark"] as const)("leaves nobody out: %s", async (theme, { visit }) => {
    await addLeads("Olga One", "Tudor Two");
    for (const viewport of [undefined, phone]) {
      const page = await visit("/leads/call", { as: seller, theme, ...(viewport && { viewport }) });
      await onTheLine(page, "Olga One");
      expect(await violationsOn(page)).toEqual([]);
    }
  });

  test.for([undefined, phone])(
    "shows in the list who is calling, and keeps others off",
    async (viewport, { visit }) => {
      await addLeads("Olga One");
      const calling = await visit("/leads/call", { as: seller });
      await onTheLine(calling, "Olga One");
      const manager = await createMember(workspace, "manager", "Max Manager");
      const list = await visit("/leads", { as: manager, ...(viewport && { viewport }) });
      const row = viewport ? list.getByRole("listitem") : list.getByRole("row");
      await row.getByText("Ana Seller is calling this buyer now.").waitFor();
      if (viewport) expect(await list.getByRole("button", { name: "Confirm" }).count()).toBe(0);
      else {
        for (const key of ["j", "y"]) await list.keyboard.press(key);
        await list.getByText("A colleague is calling this buyer now.").waitFor();
      }
      expect(await statusOf("Olga One")).toBe("pending");
      expect(await violationsOn(list)).toEqual([]);
    },
  );

  test("is not for a viewer", async ({ visit }) => {
    await addLeads("Olga One");
    const viewer = await createMember(workspace, "viewer", "Vic Viewer");
    const page = await visit("/leads/call", { as: viewer, expected: /^404 GET \/leads\/call/ });
    await page.getByRole("heading", { name: "Nothing here", level: 1 }).waitFor();
  });
});
