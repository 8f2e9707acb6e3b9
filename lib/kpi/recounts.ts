import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";

/** Where figures differed from the leads: of what, in how many rows, and when the first of them starts. */
export interface FigureDifference {
  kind: string;
  rows: number;
  example: string;
}

/** The report of a recount; `countedAt` is null until it is done. */
export interface Recount {
  id: string;
  askedAt: Date;
  countedAt: Date | null;
  leads: number | null;
  differences: FigureDifference[];
}

/** The newest recounts of the workspace's figures, as admins may read them. */
export async function listRecounts(session: Session): Promise<Recount[]> {
  const rows = await forUser(session, (tx) =>
    tx.figureRecount.findMany({
      where: { workspaceId: session.workspace.id },
      select: { id: true, createdAt: true, countedAt: true, leads: true, differences: true },
      orderBy: { createdAt: "desc" },
      take: 10,
    }),
  );
  return rows.map(({ createdAt, differences, ...row }) => ({
    ...row,
    askedAt: createdAt,
    differences: (differences ?? []) as unknown as FigureDifference[],
  }));
}
