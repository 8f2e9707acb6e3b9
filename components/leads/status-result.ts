import type { Refusal } from "#lib/leads/model.ts";

/** What a change of status did, in numbers: what its toast says. */
export interface StatusResult {
  changed: unknown[];
  refused: { reason: Refusal | "notFound" }[];
}

export interface StatusSummary {
  outcome: "changed" | "partly" | "refused";
  changed: number;
  total: number;
  /** Why some were left, the most frequent reason first. */
  reasons: { reason: Refusal | "notFound"; count: number }[];
}

export function summarise({ changed, refused }: StatusResult): StatusSummary {
  const counts = new Map<Refusal | "notFound", number>();
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count);
  const outcome = refused.length === 0 ? "changed" : changed.length > 0 ? "partly" : "refused";
  return { outcome, changed: changed.length, total: changed.length + refused.length, reasons };
}
