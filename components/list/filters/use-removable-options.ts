import { useTranslations } from "next-intl";
import type { FilterOption } from "#components/list/filters/options-filter.tsx";

/** Options of which some were removed, and stay to be found: they say so, since another may bear the same name. */
export function useRemovableOptions(
  named: { id: string; name: string; isRemoved: boolean }[],
): FilterOption[] {
  const t = useTranslations("common");
  return named.map(({ id, name, isRemoved }) => ({
    value: id,
    label: isRemoved ? t("removed", { name }) : name,
  }));
}
