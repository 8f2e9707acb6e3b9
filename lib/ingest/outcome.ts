/** What came of working a delivery in. */
export interface Outcome {
  /** "continued": there is more of it than can be done at once; what is left is worked in next. */
  status: "processed" | "ignored" | "continued";
  /** Why it was ignored, or what else there is to say of it. */
  reason?: string;
  /** What the delivery was about, in the store's own ids. */
  subject?: string;
  /** The payload is personal data that was asked to be removed: only the fact of the delivery is kept. */
  dropsPayload?: boolean;
  /** The fields of the payload that were left out because nobody understood them. */
  notUnderstood?: string[];
}

/** Why a delivery was ignored that told nothing new. */
export const toldBefore = {
  order: "Told already: nothing has changed since.",
  deletion: "Already known to be deleted.",
} as const;
