/** Why a chat can't be written to, as far as we have words of our own for it. */
export const knownStops = ["blocked", "deactivated", "kicked", "notFound", "noRights"] as const;
export type KnownStop = (typeof knownStops)[number];

/** Whether we have words for a reason; any other is Telegram's own sentence. */
export function isKnownStop(reason: string): reason is KnownStop {
  return knownStops.some((known) => known === reason);
}
