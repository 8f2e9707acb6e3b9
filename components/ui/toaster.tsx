"use client";

import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { wantedToasts, wantToasts } from "#components/ui/toast.ts";
import { TroubleToasts } from "#components/ui/trouble-toasts.tsx";
import { whenIdle } from "#components/ui/when-idle.ts";

const Toasts = lazy(() => import("#components/ui/toasts.tsx").then((module) => ({ default: module.Toasts })));

/**
 * Where toasts appear. What draws them comes when the browser idles, at the latest with the first toast: before, since a screen reader
 * reads out only what changes in a region that is already there.
 */
export function Toaster() {
  const areWanted = useSyncExternalStore(wantedToasts.subscribe, wantedToasts.areWanted, () => false);
  useEffect(() => whenIdle(wantToasts), []);
  return (
    <>
      <TroubleToasts />
      {areWanted && (
        <Suspense>
          <Toasts />
        </Suspense>
      )}
    </>
  );
}
