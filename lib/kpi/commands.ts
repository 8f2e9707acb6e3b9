import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { log } from "#lib/base/log.ts";
import type { FigureDifference } from "#lib/kpi/recounts.ts";

/** How many changes one transaction folds; each is small, and a reader adds up what is left. */
const foldedAtOnce = 20_000;

/** What is folded, each by a function of the database. */
const folds = [Prisma.sql`astra.fold_lead_changes`, Prisma.sql`astra.fold_product_changes`];

/** Folds what has changed into the figures that are counted ahead, until nothing is left. */
export async function foldFigures(): Promise<void> {
  for (const fold of folds) {
    let folded = foldedAtOnce;
    while (folded === foldedAtOnce) {
      const [row] = await forSystem(
        (tx) => tx.$queryRaw<{ folded: number }[]>`select ${fold}(${foldedAtOnce}::int) as folded`,
      );
      folded = row?.folded ?? 0;
    }
  }
}

/** Asks for a recount of the workspace's figures; the worker does it, and its report can be read. */
export async function askForRecount(session: Session): Promise<void> {
  const data = { workspaceId: session.workspace.id };
  await forUser(session, (tx) => tx.figureRecount.create({ data, select: { id: true } }));
}

/** Asks for a recount of every workspace, and forgets reports older than a month. */
export async function queueRecounts(): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`insert into figure_recounts (workspace_id) select id from workspaces`,
  );
  await forSystem(
    (tx) => tx.$executeRaw`delete from figure_recounts where created_at < now() - interval '30 days'`,
  );
}

/**
 * Recounts a workspace's figures from its leads and their lines, and keeps the report. Figures that differ are an error of Astra: it is logged, and they are
 * counted anew.
 */
export async function recountFigures(recountId: string): Promise<void> {
  const found = await forSystem(async (tx) => {
    const recount = await tx.figureRecount.findUnique({
      where: { id: recountId },
      select: { workspaceId: true },
    });
    if (!recount) return null;
    const differences = await tx.$queryRaw<FigureDifference[]>`
      select kind, rows::int as rows, example from astra.lead_figure_differences(${recount.workspaceId}::uuid)
      union all
      select kind, rows::int, example from astra.workspace_figure_differences(${recount.workspaceId}::uuid)
      union all
      select kind, rows::int, example from astra.product_figure_differences(${recount.workspaceId}::uuid)`;
    const leads = await tx.lead.count({ where: { workspaceId: recount.workspaceId, isTest: false } });
    await tx.figureRecount.update({
      where: { id: recountId },
      data: { differences: differences.map((one) => ({ ...one })), leads, countedAt: new Date() },
    });
    return { ...recount, differences };
  });
  if (!found || found.differences.length === 0) return;
  log.error(found, "figures differed from their leads; they are counted anew");
  await forSystem(
    (tx) => tx.$executeRaw`
      select astra.rebuild_product_figures(${found.workspaceId}::uuid), astra.rebuild_lead_figures(${found.workspaceId}::uuid)`,
  );
}
