import { useTranslations } from "next-intl";
import type { FilterOption } from "#components/list/filters/options.ts";

/** Stores as options, with where they are. Those that were removed stay to be found, and say so: another may bear the same name. */
export function useStoreOptions(
  stores: { id: string; name: string; domain: string; isRemoved: boolean }[],
): FilterOption[] {
  const t = useTranslations("common");
  return stores.map(({ id, name, domain, isRemoved }) => ({
    value: id,
    label: isRemoved ? t("removed", { name }) : name,
    detail: domain,
  }));
}
