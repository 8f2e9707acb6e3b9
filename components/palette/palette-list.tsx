"use client";

import { Command } from "cmdk";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Searched } from "#components/list/searched.tsx";
import type { PaletteGroup, PaletteOption } from "#components/palette/palette-groups.tsx";

export interface PaletteListProps {
  groups: PaletteGroup[];
  /** What was found answers an earlier text: it stays where it is, but is not to be opened by Enter. */
  isOutdated: boolean;
  onChoose: () => void;
}

/** The options under their headings; the focus stays in the field, which says which one is meant. */
export function PaletteList({ groups, isOutdated, onChoose }: PaletteListProps) {
  const t = useTranslations("palette");
  return (
    <Command.List label={t("results")}>
      {groups.map(({ id, options }) => (
        <Command.Group
          key={id}
          heading={
            <div className="px-2.5 pt-2 pb-1 font-medium text-subheading text-xs">{t(`groups.${id}`)}</div>
          }
          className="pb-2"
        >
          {options.map((option) => (
            <Option
              key={option.id}
              option={option}
              disabled={isOutdated && id !== "pages"}
              onChoose={onChoose}
            />
          ))}
        </Command.Group>
      ))}
    </Command.List>
  );
}

interface OptionProps {
  option: PaletteOption;
  disabled: boolean;
  onChoose: () => void;
}

function Option({ option, disabled, onChoose }: OptionProps) {
  const { id, href, icon: Icon, title, detail, aside } = option;
  return (
    <Command.Item asChild value={id} disabled={disabled}>
      <Link
        id={id}
        href={href}
        prefetch={false}
        tabIndex={-1}
        className="flex h-10 scroll-my-9 items-center gap-3 rounded-lg px-2.5 text-base text-body aria-selected:bg-hover aria-selected:text-heading dark:aria-selected:bg-gray-tint max-md:h-12"
        onClick={onChoose}
      >
        <Icon aria-hidden strokeWidth={1.75} className="size-4 shrink-0 text-subheading" />
        <span className="flex min-w-0 flex-1 items-baseline gap-2 max-md:flex-col max-md:gap-0">
          <span className="max-w-full shrink-0 truncate font-medium text-heading md:max-w-[60%]">
            <Searched text={title} />
          </span>
          {detail && (
            <span className="w-full truncate text-sm text-subheading max-md:text-xs">
              <Searched text={detail} />
            </span>
          )}
        </span>
        {aside && <span className="shrink-0 text-sm">{aside}</span>}
      </Link>
    </Command.Item>
  );
}
