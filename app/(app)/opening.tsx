"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { hasStep } from "#components/list/table/step.ts";
import { useGoing } from "#components/ui/going.tsx";
import { whenIdle } from "#components/ui/when-idle.ts";

/** What a list leads to, by the module: the page of one lead, order, customer, product or delivery. */
const pageOfOne = /^\/(leads|orders|customers|inventory|settings\/stores\/deliveries)\/[0-9a-f-]{36}$/;

/**
 * The pages inside the frame. Next knows how the page of a row loads when the server has begun to answer; here it is known from the press on.
 * The list stays below, so that Back finds it scrolled as it was. Back and Escape give up what has not been answered.
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
  const cover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpening) return;
    const former = document.activeElement;
    cover.current?.focus();
    const giveUp = ({ key }: KeyboardEvent) => {
      if (key === "Escape" && hasStep()) window.history.back();
    };
    document.addEventListener("keydown", giveUp);
    return () => {
      document.removeEventListener("keydown", giveUp);
      if (former instanceof HTMLElement) former.focus({ preventScroll: true });
    };
  }, [isOpening]);
  return (
    <>
      {/* First, so that the link to the content leads to this one. */}
      {module && Skeleton && (
        <div
          ref={cover}
          tabIndex={-1}
          data-opening=""
          className="fixed inset-y-0 start-0 end-0 z-40 flex flex-col overflow-hidden bg-(image:--page-glow) bg-background bg-fixed outline-none lg:start-sidebar"
        >
          <Skeleton module={module} />
        </div>
      )}
      <div className="contents" inert={isOpening}>
        {children}
      </div>
    </>
  );
}
