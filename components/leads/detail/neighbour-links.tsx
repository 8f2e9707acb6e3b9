"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  children: ReactNode;
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
