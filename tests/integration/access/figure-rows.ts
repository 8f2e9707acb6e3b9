import { insert } from "#tests/support/sales.ts";
import { mapValues } from "./map-values.ts";
import type { TableTrials } from "./rows.ts";
import type { World } from "./world.ts";

const noStore = "00000000-0000-0000-0000-000000000000";
const startsAt = "2025-01-01T00:00:00Z";

/** What is counted ahead of each sale, as if its changes had been folded, and a recount of each workspace. */
export async function createFigures(world: World): Promise<void> {
  const { ours, strangers, sales } = world;
  for (const [name, sale] of Object.entries(sales)) {
    const worker = workerOf(world, name, sale.sellerId);
    const span = { workspace_id: sale.workspaceId, span: "day", starts_at: startsAt };
    await insert("lead_figures", {
      ...span,
      user_id: worker,
      store_user_id: sale.sellerId,
      integration_id: sale.storeId,
      source: "shopify",
      currency: "EUR",
    });
    await insert("lead_arrivals", { ...span, person_id: worker });
  }
  for (const { id } of [ours, strangers]) {
    await insert("lead_arrivals", { workspace_id: id, person_id: noStore, span: "day", starts_at: startsAt });
    await insert("figure_recounts", { workspace_id: id });
  }
}

function workerOf({ people }: World, name: string, sellerId: string): string {
  return name === "assigned" ? people.assignedSeller.userId : sellerId;
}

/** The trials of what the dashboard counts ahead. */
export function figureTrials(world: World): Record<string, TableTrials> {
  const { ours, strangers, people, sales } = world;
  const ofSale = mapValues(sales, (sale) => `integration_id = '${sale.storeId}'`);
  const byWorker = {
    ...ofSale,
    sellers: `${ofSale.sellers} and user_id = store_user_id`,
    assigned: `${ofSale.assigned} and user_id <> store_user_id`,
  };
  const figure = {
    workspace_id: ours.id,
    user_id: people.seller.userId,
    store_user_id: people.seller.userId,
    integration_id: sales.sellers.storeId,
    source: "shopify",
    currency: "RON",
  };
  const counted = { step: "uncalled", kpi_status: "waiting", is_asked: true, leads: 1, priced: 1, worth: 1 };
  const arrived = Object.fromEntries(
    Object.entries(sales).map(([name, sale]) => [
      name,
      `workspace_id = '${sale.workspaceId}' and person_id = '${workerOf(world, name, sale.sellerId)}'`,
    ]),
  );
  return {
    lead_figure_changes: {
      rows: { ...byWorker, manual: `workspace_id = '${ours.id}' and integration_id = '${noStore}'` },
      change: "leads = 2",
      inserts: () => ({ sellers: { ...figure, quarter: startsAt, ...counted } }),
    },
    lead_figures: {
      rows: byWorker,
      change: "uncalled = 2",
      inserts: () => ({ sellers: { ...figure, span: "day", starts_at: startsAt } }),
    },
    lead_arrivals: {
      rows: {
        ...arrived,
        whole: `workspace_id = '${ours.id}' and person_id = '${noStore}'`,
        strangersWhole: `workspace_id = '${strangers.id}' and person_id = '${noStore}'`,
      },
      change: "waiting = 2",
      inserts: () => ({
        sellers: {
          workspace_id: ours.id,
          person_id: people.seller.userId,
          span: "hour",
          starts_at: startsAt,
        },
      }),
    },
    figure_recounts: {
      rows: { ours: `workspace_id = '${ours.id}'`, strangers: `workspace_id = '${strangers.id}'` },
      change: "leads = 1",
      inserts: () => ({ ours: { workspace_id: ours.id }, elsewhere: { workspace_id: strangers.id } }),
    },
  };
}
