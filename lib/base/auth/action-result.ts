/** What a server action answers: data, or a sentence for the person and the fields that are wrong. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      message: string;
      fieldErrors?: Record<string, string[]>;
      /** Whoever signs in again can do it. */
      isSignedOut?: true;
    };
