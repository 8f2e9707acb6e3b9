import { useFormatter, useTranslations } from "next-intl";

export interface FilterOption<Value extends string = string> {
  value: Value;
  label: string;
  /** What tells it from others of its label. */
  detail?: string;
}

/** The words of a set as options, under their names. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  labelOf: (value: Value) => string,
): FilterOption<Value>[] {
  return values.map((value) => ({ value, label: labelOf(value) }));
}

/** A store, a seller, a tag … as an option. */
export function optionOf({ id, name }: { id: string; name: string }): FilterOption {
  return { value: id, label: name };
}

const namedInChip = 2;

/** "Lumea.ro, Casa Vie, 2 more": the first of what is chosen, and how many more; null when nothing is. */
export function useChosenText(): (options: FilterOption[], chosen: readonly string[]) => string | null {
  const t = useTranslations("table.filters");
  const format = useFormatter();
  return (options, chosen) => {
    if (chosen.length === 0) return null;
    const labels = chosen.map((value) => options.find((one) => one.value === value)?.label ?? t("unknown"));
    const others = labels.length - namedInChip;
    const more = others > 0 ? [t("more", { count: others })] : [];
    return format.list([...labels.slice(0, namedInChip), ...more], { style: "narrow" });
  };
}
