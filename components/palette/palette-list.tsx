"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PaletteGroup, PaletteOption } from "#components/palette/palette-groups.tsx";

export interface PaletteListProps {
  id: string;
  groups: PaletteGroup[];
  activeId: string | null;
  setActiveId: (id: string) => void;
  onChoose: () => void;
}

/** The options under their headings; the focus stays in the field, which says which one is meant. */
export function PaletteList({ id, groups, activeId, setActiveId, onChoose }: PaletteListProps) {
  const t = useTranslations("palette");
  return (
    <div id={id} role="listbox" aria-label={t("results")}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options so, not a form its fields
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className="pb-2">
          <div
            id={`${id}-${group.id}`}
            role="presentation"
            className="px-2.5 pt-2 pb-1 font-medium text-subheading text-xs"
          >
            {t(`groups.${group.id}`)}
          </div>
          {group.options.map((option) => (
            <Option
              key={option.id}
              option={option}
              isActive={option.id === activeId}
              onPoint={() => setActiveId(option.id)}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  option: PaletteOption;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ option, isActive, onPoint, onChoose }: OptionProps) {
  const { id, href, icon: Icon, title, detail, aside } = option;
  return (
    <Link
      id={id}
      href={href}
      prefetch={false}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="flex h-10 scroll-my-9 items-center gap-3 rounded-lg px-2.5 text-base text-body aria-selected:bg-hover aria-selected:text-heading dark:aria-selected:bg-gray-tint max-md:h-12"
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-4 shrink-0 text-subheading" />
      <span className="flex min-w-0 flex-1 items-baseline gap-2 max-md:flex-col max-md:gap-0">
        <span className="max-w-full shrink-0 truncate font-medium text-heading md:max-w-[60%]">{title}</span>
        {detail && <span className="w-full truncate text-sm text-subheading max-md:text-xs">{detail}</span>}
      </span>
      {aside && <span className="shrink-0 text-sm">{aside}</span>}
    </Link>
  );
}
