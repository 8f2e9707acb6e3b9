import type { StatusChangeResult } from "#lib/leads/commands.ts";
import type { Refusal } from "#lib/leads/model.ts";

/** What a change of status did, part after part, and why it ended before the last. */
export interface StatusOutcome extends StatusChangeResult {
  failure: string | null;
}

export const noResult: StatusOutcome = { changed: [], unchanged: [], refused: [], failure: null };

/** With what another part did. */
export function merged(outcome: StatusOutcome, part: StatusChangeResult): StatusOutcome {
  return {
    ...outcome,
    changed: [...outcome.changed, ...part.changed],
    unchanged: [...outcome.unchanged, ...part.unchanged],
    refused: [...outcome.refused, ...part.refused],
  };
}

/** The leads that are now where they were wanted. */
export function doneIds({ changed, unchanged }: StatusChangeResult): string[] {
  return [...changed.map(({ id }) => id), ...unchanged];
}

/** What a change of status did, in numbers: what its toast says. */
export interface StatusResult {
  changed: unknown[];
  unchanged: unknown[];
  refused: { reason: Refusal | "notFound" }[];
}

export interface StatusSummary {
  outcome: "changed" | "partly" | "refused";
  /** How many are where they were wanted. */
  changed: number;
  total: number;
  /** Why some were left, the most frequent reason first. */
  reasons: { reason: Refusal | "notFound"; count: number }[];
}

export function summarise({ changed, unchanged, refused }: StatusResult): StatusSummary {
  const counts = new Map<Refusal | "notFound", number>();
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count);
  const there = changed.length + unchanged.length;
  const outcome = refused.length === 0 ? "changed" : there > 0 ? "partly" : "refused";
  return { outcome, changed: there, total: there + refused.length, reasons };
}
