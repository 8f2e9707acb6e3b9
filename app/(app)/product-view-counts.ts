import "server-only";
import { cache } from "react";
import { countProductViews } from "#lib/inventory/queries.ts";

/** How many products each tab holds, counted once for the sidebar and the page of one request. */
export const productViewCounts = cache(countProductViews);
