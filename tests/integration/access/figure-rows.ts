import { insert } from "#tests/support/sales.ts";
import { mapValues } from "./map-values.ts";
import { all, nobody } from "./rights.ts";
import type { TableAccess } from "./table-access.ts";
import type { World } from "./world.ts";

export const noStore = "00000000-0000-0000-0000-000000000000";
export const startsAt = "2025-01-01T00:00:00Z";

/** What was ordered of a product. */
export const ordered = { sku: "LAMP-1", name: "", currency: "EUR", units: 1, ordered: 2 };

/** What is counted ahead of each sale, as if its changes had been folded, and a recount of each workspace. */
export async function createFigures(world: World): Promise<void> {
  const { ours, strangers, sales } = world;
  for (const [name, sale] of Object.entries(sales)) {
    const worker = workerOf(world, name, sale.sellerId);
    const span = { workspace_id: sale.workspaceId, span: "day", starts_at: startsAt };
    const figures = {
      ...span,
      user_id: worker,
      store_user_id: sale.sellerId,
      integration_id: sale.storeId,
      source: "shopify",
      currency: "EUR",
    };
    await insert("lead_figures", figures);
    await insert("product_figures", { ...figures, sku: "LAMP-1" });
    await insert("lead_arrivals", { ...span, person_id: worker });
    await insert("ordered_products", { ...span, ...ordered, person_id: worker });
  }
  for (const { id } of [ours, strangers]) {
    const whole = { workspace_id: id, person_id: noStore, span: "day", starts_at: startsAt };
    await insert("lead_arrivals", whole);
    await insert("workspace_figures", {
      workspace_id: id,
      part: "all",
      key: "",
      span: "day",
      starts_at: startsAt,
      currency: "EUR",
    });
    await insert("ordered_products", { ...whole, ...ordered });
    await insert("figure_recounts", { workspace_id: id });
  }
}

/** Who works the lead of a sale. */
function workerOf({ people }: World, name: string, sellerId: string): string {
  return name === "assigned" ? people.assignedSeller.userId : sellerId;
}

/** The figures of each sale, told apart by who works them. */
export function figuresByWorker({ sales }: World) {
  const ofSale = mapValues(sales, (sale) => `integration_id = '${sale.storeId}'`);
  return {
    ...ofSale,
    sellers: `${ofSale.sellers} and user_id = store_user_id`,
    assigned: `${ofSale.assigned} and user_id <> store_user_id`,
  };
}

/** A figure of the seller's own. */
export function newFigure({ ours, people, sales }: World) {
  return {
    workspace_id: ours.id,
    user_id: people.seller.userId,
    store_user_id: people.seller.userId,
    integration_id: sales.sellers.storeId,
    source: "shopify",
    currency: "RON",
  };
}

/** What is counted for a person, or for the whole workspace, of each sale: nobody sees that of the whole who sees a part of its leads. */
export function personalAccess(change: string, inserted: Record<string, unknown>): TableAccess {
  return {
    rights: {
      select: {
        admin: `${all} whole`,
        manager: `${all} whole`,
        viewer: `${all} whole`,
        seller: "sellers",
        otherSeller: "others",
        assignedSeller: "assigned",
        stranger: "strangers strangersWhole",
      },
      insert: nobody,
      update: nobody,
      delete: nobody,
    },
    trials: (world) => ({
      rows: {
        ...Object.fromEntries(
          Object.entries(world.sales).map(([name, sale]) => [
            name,
            `workspace_id = '${sale.workspaceId}' and person_id = '${workerOf(world, name, sale.sellerId)}'`,
          ]),
        ),
        whole: `workspace_id = '${world.ours.id}' and person_id = '${noStore}'`,
        strangersWhole: `workspace_id = '${world.strangers.id}' and person_id = '${noStore}'`,
      },
      change,
      inserts: () => ({
        sellers: {
          workspace_id: world.ours.id,
          person_id: world.people.seller.userId,
          starts_at: startsAt,
          ...inserted,
        },
      }),
    }),
  };
}
