import { shopify } from "#lib/ingest/shopify.ts";
import type { Platform } from "#lib/ingest/store-event.ts";
import { woocommerce } from "#lib/ingest/woocommerce.ts";
import type { StoreType } from "#lib/stores/model.ts";

export const platforms: Record<StoreType, Platform> = { shopify, woocommerce };
