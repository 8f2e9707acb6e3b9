import "server-only";
import { cache } from "react";
import { listUnmatchedSkus } from "#lib/inventory/unmatched.ts";

/** The SKUs that match nothing, asked for once for the tab and the banner of one request. */
export const unmatchedSkus = cache(listUnmatchedSkus);
