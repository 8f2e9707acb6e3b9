import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";

/** Where figures differed from the leads: of what, in how many rows, and when the first of them starts, as the database tells it. */
export interface FigureDifference {
  kind: string;
  rows: number;
  example: string;
}

/** What the database names beside plain figures (astra.lead_figure_differences and its like). */
const known = {
  arrivals: "arrivals",
  products: "products",
  "orders of products": "orders",
  "figures of the whole": "whole",
} as const;

/** What differed, over which span of time, and since when. */
export interface ToldDifference {
  what: "figures" | (typeof known)[keyof typeof known];
  span: string;
  rows: number;
  startsAt: Date;
}

/** The report of a recount; `countedAt` is null until it is done. */
export interface Recount {
  id: string;
  askedAt: Date;
  countedAt: Date | null;
  leads: number | null;
  differences: ToldDifference[];
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
    differences: ((differences ?? []) as unknown as FigureDifference[]).map(takeApart),
  }));
}

/** Takes apart what the database says in one English phrase, such as "figures of the whole, of a day". */
function takeApart({ kind, rows, example }: FigureDifference): ToldDifference {
  const [, what = "", span = ""] = /^(.+?),? of a (\w+)$/.exec(kind) ?? [];
  return { what: known[what as keyof typeof known] ?? "figures", span, rows, startsAt: new Date(example) };
}
