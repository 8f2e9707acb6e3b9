"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type NavigationId, navigation } from "#components/shell/navigation.ts";
import { useEntryAddress } from "#components/shell/use-entry-address.ts";
import { useAddress } from "#components/ui/going.tsx";

export interface NavigationLinksProps {
  place: "main" | "foot";
  entries: NavigationId[];
  counts?: Partial<Record<NavigationId, ReactNode>> | undefined;
}

export function NavigationLinks({ place, entries, counts }: NavigationLinksProps) {
  const t = useTranslations("nav");
  const { pathname } = useAddress();
  const addressOf = useEntryAddress();
  const shown = navigation.filter((entry) => entry.place === place && entries.includes(entry.id));
  return (
    <nav aria-label={place === "main" ? t("main") : t("settings")} className={place === "main" ? "px-3" : ""}>
      <ul className="grid gap-0.5">
        {shown.map(({ id, href, icon: Icon }) => (
          <li key={id}>
            <Link
              href={addressOf(href)}
              aria-current={isWithin(pathname, href) ? "page" : undefined}
              className="group flex h-[34px] items-center gap-2.5 rounded-lg px-2 font-medium text-body text-base transition-colors hover:bg-hover hover:text-heading aria-[current=page]:bg-hover aria-[current=page]:text-heading max-lg:h-11"
            >
              <Icon
                aria-hidden
                strokeWidth={1.75}
                className="size-4 shrink-0 text-subheading group-aria-[current=page]:text-brand-text"
              />
              <span className="truncate">{t(id)}</span>
              <span className="ms-auto text-subheading text-xs tabular-nums group-aria-[current=page]:font-semibold group-aria-[current=page]:text-brand-text">
                {counts?.[id]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
