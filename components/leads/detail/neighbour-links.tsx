"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { Button } from "#components/ui/button.tsx";

export interface NeighbourLinksProps {
  /** Addresses of the leads beside this one in the list it was opened from. */
  previous: string | null;
  next: string | null;
}

/** Leads to the leads beside this one. */
export function NeighbourLinks({ previous, next }: NeighbourLinksProps) {
  const t = useTranslations("lead");
  return (
    <nav aria-label={t("position")} className="flex gap-2 max-md:flex-none!">
      <Neighbour href={previous} label={t("previous")} keys="K ArrowLeft">
        <ChevronLeft aria-hidden />
      </Neighbour>
      <Neighbour href={next} label={t("next")} keys="J ArrowRight">
        <ChevronRight aria-hidden />
      </Neighbour>
    </nav>
  );
}

interface NeighbourProps {
  href: string | null;
  label: string;
  keys: string;
  children: React.ReactNode;
}

function Neighbour({ href, label, keys, children }: NeighbourProps) {
  if (!href) {
    return (
      <Button size="icon" disabled aria-label={label}>
        {children}
      </Button>
    );
  }
  return (
    <Button asChild size="icon" aria-label={label} title={`${label} (${keys.replace(/Arrow\w+/, arrowOf)})`}>
      <Link href={href} aria-keyshortcuts={keys}>
        {children}
      </Link>
    </Button>
  );
}

function arrowOf(key: string): string {
  return key === "ArrowLeft" ? "←" : "→";
}

const letters: Record<string, string> = { ArrowRight: "j", ArrowLeft: "k" };

/** The keys of a lead's page: J and K or the arrows lead on, C confirms, N is no answer, B calls back. */
export function LeadKeys({ previous, next }: NeighbourLinksProps) {
  const router = useRouter();
  const { change, isAllowed, askWhen } = useLeadWork();

  const acts: Record<string, () => void> = {
    c: () => changeIfAllowed("confirmed"),
    n: () => changeIfAllowed("no_answer"),
    b: () => isAllowed({ field: "codStatus", to: "postponed" }) && askWhen(true),
    j: () => go(next),
    k: () => go(previous),
  };

  function go(href: string | null): void {
    if (href) router.push(href);
  }

  function changeIfAllowed(to: "confirmed" | "no_answer"): void {
    const wanted = { field: "codStatus", to } as const;
    if (isAllowed(wanted)) change(wanted);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const act = acts[letters[event.key] ?? event.key];
    if (!act || event.repeat || event.defaultPrevented || hasModifier(event) || isBusy(event.target)) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return null;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}

/** Somebody types there, or a menu or dialog has the keys. */
function isBusy(target: EventTarget | null): boolean {
  const busy =
    "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
  return target instanceof Element && target.closest(busy) !== null;
}
