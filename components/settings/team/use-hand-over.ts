"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { handOverAction, previewHandOverAction } from "#lib/handover/actions.ts";
import type { HandOver } from "#lib/handover/schema.ts";

interface Receiver {
  id: string;
  name: string;
}

/** A hand-over in the making: nothing is written before `run`. */
export function useHandOver(fromId: string, onDone: () => void) {
  const t = useTranslations("team.handOver");
  const unreachable = useTranslations("errors")("unreachable");
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const [preview, setPreview] = useState<HandOver | null>(null);
  const asked = useRef<string | null>(null);
  const [pending, startTransition] = useTransition();

  /** Counts what the receiver would take over; what was asked before counts no longer. */
  async function choose(next: Receiver | null): Promise<void> {
    setReceiver(next);
    setPreview(null);
    asked.current = next?.id ?? null;
    if (!next) return;
    const result = await callAction(() => previewHandOverAction({ fromId, toId: next.id }), unreachable);
    if (asked.current !== next.id) return;
    if (result.ok) setPreview(result.data);
    else {
      toast.error(result.message);
      setReceiver(null);
    }
  }

  function run(parts: { stores: boolean; leads: boolean; products: boolean }): void {
    if (!receiver) return;
    startTransition(async () => {
      const result = await callAction(
        () => handOverAction({ fromId, toId: receiver.id, ...parts }),
        unreachable,
      );
      if (!result.ok) {
        toast.error(result.message);
        return;
      }
      const { stores, leads, products } = result.data;
      toast.success(t("done", { receiver: receiver.name, stores, leads, products }));
      onDone();
    });
  }

  return { receiver, preview, choose: (next: Receiver | null) => void choose(next), run, pending };
}
