"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { visibleSections } from "#components/settings/sections.ts";
import { useIsViewing, useRole } from "#components/shell/shell-context.tsx";
import { useAddress } from "#components/ui/going.tsx";

/** The parts of the settings: beside the content on a laptop, above it on narrower screens. */
export function SectionLinks() {
  const t = useTranslations("settings");
  const { pathname } = useAddress();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another present part
  useEffect(() => showCurrent(nav.current), [pathname]);
  return (
    <nav
      ref={nav}
      aria-label={t("parts")}
      className="max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 md:max-lg:-mx-6 md:max-lg:px-6"
    >
      <ul className="flex gap-1 lg:sticky lg:top-[76px] lg:grid lg:gap-0.5">
        {visibleSections(useRole(), useIsViewing()).map(({ id, href, icon: Icon }) => (
          <li key={id}>
            <Link
              href={href}
              aria-current={pathname.startsWith(href) ? "page" : undefined}
              className="group flex h-8 items-center gap-2.5 rounded-lg px-2.5 font-medium text-body text-sm transition-colors hover:bg-hover hover:text-heading aria-[current=page]:bg-hover aria-[current=page]:text-heading max-lg:h-11 max-lg:text-base"
            >
              <Icon
                aria-hidden
                strokeWidth={1.75}
                className="size-4 shrink-0 text-subheading group-aria-[current=page]:text-brand-text"
              />
              {t(`sections.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where not all parts fit beside each other, brings the present one into the middle; the page itself stays where it is. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector("[aria-current=page]")?.getBoundingClientRect();
  if (!nav || !current) return;
  const shown = nav.getBoundingClientRect();
  nav.scrollBy({ left: current.left + current.width / 2 - (shown.left + shown.width / 2) });
}
