"use client";

import { ArrowDownUp } from "lucide-react";
import Link from "next/link";
import { type Messages, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";

/** An order that a list can have. */
export interface SortChoice {
  sort: keyof Messages["table"]["sorts"];
  href: string;
  isCurrent: boolean;
}

/** The orders of a list, where its headers don't lead to all of them. */
export function SortMenu({ choices }: { choices: SortChoice[] }) {
  const t = useTranslations("table.sorts");
  const current = choices.find(({ isCurrent }) => isCurrent);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost">
          <ArrowDownUp aria-hidden />
          {current && t(current.sort)}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        {choices.map(({ sort, href, isCurrent }) => (
          <DropdownMenuItem key={sort} asChild>
            <Link
              href={href}
              scroll={false}
              aria-current={isCurrent || undefined}
              className="aria-[current=true]:text-heading"
            >
              {t(sort)}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
