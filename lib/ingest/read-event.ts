import { withinBounds } from "#lib/ingest/bounds.ts";
import type { StoreContext, StoreEvent } from "#lib/platforms/platform.ts";
import { platforms } from "#lib/platforms/registry.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** A delivery as its platform reads it. */
export interface ReadableDelivery {
  topic: string;
  headers: Record<string, string>;
  receivedAt: Date;
}

/**
 * What a delivery means, within the bounds of what can be kept and shown.
 *
 * @param body the payload as `parseExactly` reads it
 * @throws DeliveryError when the payload is not what the topic promises
 */
export function readEvent(
  store: Omit<StoreContext, "receivedAt"> & { type: StoreType },
  { topic, headers, receivedAt }: ReadableDelivery,
  body: unknown,
): StoreEvent {
  const event = platforms[store.type].readEvent(topic, new Headers(headers), body, { ...store, receivedAt });
  return withinBounds(event, receivedAt);
}
