import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { oneOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { DashboardFilter } from "#lib/kpi/links.ts";
import type { Period } from "#lib/kpi/range.ts";

/** What figures are asked for: by whom, and of what. */
export interface Question {
  session: Session;
  filter: DashboardFilter;
  current: Period;
  before: Period | null;
  /** When; what arrives later is not there yet. */
  now: Date;
}

/** An id that is nobody's: of no store, and of the whole workspace in `lead_arrivals`. */
export const noId = "00000000-0000-0000-0000-000000000000";

/**
 * Where the person's figures are, as conditions on rows named `figure` of which each has its index: all of the workspace, or what a seller
 * works and what others work of the seller's stores.
 */
export function placesOfFigures(session: Session): Prisma.Sql[] {
  const workspace = Prisma.sql`figure.workspace_id = ${session.workspace.id}::uuid`;
  if (seesEverything(session.role)) return [workspace];
  const person = Prisma.sql`${session.userId}::uuid`;
  return [
    Prisma.sql`${workspace} and figure.user_id = ${person}`,
    Prisma.sql`${workspace} and figure.store_user_id = ${person} and figure.user_id <> figure.store_user_id`,
  ];
}

/** The longest SKU that is counted ahead (astra.counted_sku). */
const longestSku = 200;

/** Whether all leads of the workspace are asked of, by somebody who sees them. */
export function isWholeWorkspace({ session, filter }: Pick<Question, "session" | "filter">): boolean {
  return seesEverything(session.role) && !isFiltered({ filter });
}

/** Whether less is asked of than all that the person sees. */
export function isFiltered({ filter }: Pick<Question, "filter">): boolean {
  return Object.values(filter).some(({ length }) => length > 0);
}

/** Whether what is asked of a product is counted ahead; of all leads it always is. */
export function isCountedAhead({ filter }: Pick<Question, "filter">): boolean {
  return filter.product.length <= longestSku;
}

/** Where figures are counted ahead, folded and not: those of all leads, or of the leads that ordered a product. */
export function tablesOfFigures({
  filter,
}: Pick<Question, "filter">): Record<"folded" | "changes", Prisma.Sql> {
  return filter.product
    ? { folded: Prisma.sql`product_figures`, changes: Prisma.sql`product_figure_changes` }
    : { folded: Prisma.sql`lead_figures`, changes: Prisma.sql`lead_figure_changes` };
}

/** What the filter asks of a row `figure`. */
export function conditionsOnFigures({ filter }: Pick<Question, "filter">): Prisma.Sql[] {
  return [
    ...(filter.product ? [Prisma.sql`figure.sku = ${filter.product}`] : []),
    ...oneOf(Prisma.sql`figure.integration_id`, filter.store, "uuid"),
    ...oneOf(Prisma.sql`figure.user_id`, filter.seller, "uuid"),
    ...oneOf(Prisma.sql`figure.source`, filter.source, "text"),
  ];
}

/** What the filter asks of a row `lead` that figures count. */
export function conditionsOnLeads({ filter }: Pick<Question, "filter">): Prisma.Sql[] {
  return [
    Prisma.sql`not lead.is_test`,
    ...oneOf(Prisma.sql`lead.integration_id`, filter.store, "uuid"),
    ...oneOf(Prisma.sql`lead.user_id`, filter.seller, "uuid"),
    ...oneOf(Prisma.sql`lead.source`, filter.source, "text"),
    ...(filter.product
      ? [
          Prisma.sql`exists (select 1 from order_items item where item.workspace_id = lead.workspace_id
            and item.product_sku = ${filter.product} and item.order_id = lead.order_id)`,
        ]
      : []),
  ];
}
