import type { Platform } from "#lib/platforms/platform.ts";
import { shopify } from "#lib/platforms/shopify/platform.ts";
import { woocommerce } from "#lib/platforms/woocommerce/platform.ts";
import type { StoreType } from "#lib/stores/model.ts";

export const platforms: Record<StoreType, Platform> = { shopify, woocommerce };
