"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useGoing } from "#components/ui/going.tsx";
import { opensElsewhere } from "#components/ui/opens-elsewhere.ts";

/** What a browser tells of a step back or forth; not every browser does, and not all types know it. */
interface Traversal extends Event {
  navigationType: string;
  destination: { key: string };
}

interface Traversals extends EventTarget {
  traverseTo(key: string): unknown;
}

export interface LeaveQuestionProps {
  /** Whether something would be lost. */
  when: boolean;
}

/** Asks before a page is left on which something was typed: by a link, by Back where browsers let it be asked, by closing the tab. */
export function LeaveQuestion({ when }: LeaveQuestionProps) {
  const t = useTranslations("common.leave");
  const { go } = useGoing();
  const [leave, setLeave] = useState<(() => void) | null>(null);

  const goOn = useEffectEvent(go);
  useEffect(() => {
    if (!when) return;
    let isLeaving = false;
    const ask = (event: Event, go: () => void) => {
      if (isLeaving) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => {
        isLeaving = true;
        go();
      });
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && opensHere(link, event)) ask(event, () => goOn(link.pathname + link.search));
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const traversals = (window as { navigation?: Traversals }).navigation;
    const onTraversal = (event: Event) => {
      const { navigationType, destination } = event as Traversal;
      if (navigationType === "traverse" && event.cancelable)
        ask(event, () => traversals?.traverseTo(destination.key));
    };
    window.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    traversals?.addEventListener("navigate", onTraversal);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
      traversals?.removeEventListener("navigate", onTraversal);
    };
  }, [when]);

  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(isOpen) => !isOpen && setLeave(null)}
      title={t("title")}
      description={t("text")}
      confirmLabel={t("confirm")}
      destructive
      onConfirm={async () => {
        leave?.();
        return true;
      }}
    />
  );
}

/** Whether a click on a link takes this tab to another page of Astra. */
function opensHere(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const isElsewhere = link.origin === location.origin && link.pathname !== location.pathname;
  return !opensElsewhere(event) && isElsewhere && link.target !== "_blank" && !link.hasAttribute("download");
}
