"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useGoing } from "#components/ui/going.tsx";
import { whenIdle } from "#components/ui/when-idle.ts";

/** What a list leads to, by the module: the page of one lead, order, customer, product or delivery. */
const pageOfOne = /^\/(leads|orders|customers|inventory|settings\/stores\/deliveries)\/[0-9a-f-]{36}$/;

/**
 * The pages inside the frame. Next knows how the page of a row loads when the server has begun to answer; here it is known from the press on.
 * The list stays below, so that Back finds it scrolled as it was.
 */
export function Opening({ children }: { children: ReactNode }) {
  const { to } = useGoing();
  const pathname = usePathname();
  const path = to?.split("?")[0] ?? pathname;
  const module = path === pathname ? undefined : pageOfOne.exec(path)?.[1];
  // Fetched when the browser idles. Not by `lazy`: what is drawn for the first time would be held back for a moment, even when it is there.
  const [Skeleton, setSkeleton] = useState<ComponentType<{ module: string }> | null>(null);
  useEffect(
    () =>
      whenIdle(async () => {
        const { OpeningSkeleton } = await import("#app/(app)/opening-skeletons.tsx");
        setSkeleton(() => OpeningSkeleton);
      }),
    [],
  );
  const isOpening = module !== undefined && Skeleton !== null;
  return (
    <>
      <div className="contents" inert={isOpening}>
        {children}
      </div>
      {module && Skeleton && (
        <div
          data-opening=""
          className="fixed inset-y-0 start-0 end-0 z-40 flex flex-col overflow-hidden bg-(image:--page-glow) bg-background bg-fixed lg:start-sidebar"
        >
          <Skeleton module={module} />
        </div>
      )}
    </>
  );
}
