import type { Reason } from "#lib/platforms/reason.ts";

/** What came of working a delivery in. */
export interface Outcome {
  /** "continued": there is more of it than can be done at once; what is left is worked in next. */
  status: "processed" | "ignored" | "continued";
  /** Why it was ignored, or what else there is to say of it. */
  reason?: Reason;
  /** What the delivery was about, in the store's own ids. */
  subject?: string;
  /** The payload is personal data that was asked to be removed: only the fact of the delivery is kept. */
  dropsPayload?: boolean;
  /** The fields of the payload that were left out because nobody understood them. */
  notUnderstood?: string[];
}

/** What comes of news of an order that is a removed store's: it stays there as it was, and is no sale of another store. */
export function ofRemovedStore(subject: string): Outcome {
  return { status: "ignored", reason: { code: "ofRemovedStore" }, subject };
}
