import "server-only";
import { cache } from "react";
import { countViews, countViewsOn } from "#lib/leads/queries.ts";

/** How many leads wait in each queue, counted once for the sidebar and the page of one request. */
export const viewCounts = cache(countViews);

/** The same, counted on after the page; null where there is nothing to count on. */
export const viewCountsOn = cache(countViewsOn);
