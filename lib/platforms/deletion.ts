import { z } from "zod";
import { id } from "#lib/platforms/fields.ts";
import type { StoreEvent } from "#lib/platforms/platform.ts";

const deletion = z.strictObject({ id });

/**
 * Reads the deletion of an order. Platforms send its id and nothing else. No signature covers the topic, so that any signed body could be
 * sent again as a deletion: whatever has more than an id is none.
 */
export function readDeletion(body: unknown): StoreEvent {
  const read = deletion.safeParse(body);
  if (read.success) return { kind: "order_deleted", externalOrderId: read.data.id };
  return {
    kind: "ignored",
    reason: { code: "notOnlyId" },
  };
}
