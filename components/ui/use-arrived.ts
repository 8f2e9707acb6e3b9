"use client";

import { useEffect, useState } from "react";

/**
 * What a promise from the server has come to, and until then what the one before it did. Unlike `use` it never makes a page wait: an
 * action that refreshes the page would else not be done before its slowest part is.
 */
export function useArrived<Value>(promise: Promise<Value> | null, start: Value): Value {
  const [arrived, setArrived] = useState(start);
  useEffect(() => {
    let isLatest = true;
    // When the connection breaks off, what is shown stays.
    promise?.then(
      (value) => isLatest && setArrived(value),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [promise]);
  return arrived;
}
