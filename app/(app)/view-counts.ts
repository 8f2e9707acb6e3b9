import "server-only";
import { cache } from "react";
import { countViews } from "#lib/leads/queries.ts";

/** How many leads wait in each queue, counted once for the sidebar and the page of one request. */
export const viewCounts = cache(countViews);
