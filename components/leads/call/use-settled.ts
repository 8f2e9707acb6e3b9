"use client";

import { useLayoutEffect, useRef } from "react";

/** In this time nobody has read a name and called: an outcome is the second half of a double press or tap. */
const UNSETTLED_FOR = 400;

/** Answers whether the lead has been on the screen long enough for an outcome to be meant for it. */
export function useSettled(leadId: string | null): () => boolean {
  const appeared = useRef({ leadId, at: 0 });
  // Before the browser paints, so that no press comes between.
  useLayoutEffect(() => {
    appeared.current = { leadId, at: performance.now() };
  }, [leadId]);
  return () => performance.now() - appeared.current.at >= UNSETTLED_FOR;
}
