import { beforeAll, describe, expect } from "vitest";
import { refusalCauses, storeTypes } from "#lib/stores/model.ts";
import messages from "#messages/en/stores.json" with { type: "json" };
import { overhangOf } from "#tests/e2e/overhang.ts";
import { go, phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
});

/** What a title says before its time, as the page shows it. */
function titleOf(cause: (typeof refusalCauses)[number]): string {
  const [title = ""] = messages.refused[cause].title.split(" · ");
  return title.replaceAll("''", "'");
}

describe("a store whose deliveries are refused says why, and in two steps what to do", () => {
  test.for(storeTypes)("%s", { timeout: 120_000 }, async (type, { visit }) => {
    const store = await createStore(workspace, seller, type);
    const page = await visit("/settings/stores", { as: seller, viewport: phone });
    for (const cause of refusalCauses) {
      const refusal = JSON.stringify({ cause, domain: "other.example.com" });
      await asOwner(
        "update integrations set signature_failed_at = now(), refusals = 1, refusal = $2::jsonb where id = $1",
        [store.id, refusal],
      );
      await go(page, `/settings/stores/${store.id}`);
      const advice = page
        .getByRole("main")
        .locator("section, div")
        .filter({ hasText: titleOf(cause) });
      await advice.first().waitFor();
      const steps = page.getByRole("main").locator("ol").first().getByRole("listitem");
      expect(await steps.count(), cause).toBe(2);
      for (const step of await steps.allTextContents()) expect(step, cause).toMatch(/^[^{}<>]{10,}$/);
      expect(await overhangOf(page), cause).toBe(0);
    }
  });
});
