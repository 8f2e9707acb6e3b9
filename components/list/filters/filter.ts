import type { CodeFilterProps } from "#components/list/filters/code-filter.tsx";
import type { DaysFilterProps } from "#components/list/filters/days-filter.tsx";
import type { OptionLineProps, OptionsFilterProps } from "#components/list/filters/options-filter.tsx";

/** What changes a filter, told as data: what draws it is fetched when somebody opens it. */
export type FilterEdit =
  | ({ kind: "some" } & OptionsFilterProps<string>)
  | ({ kind: "days" } & DaysFilterProps)
  | ({ kind: "onlyIf" } & OptionLineProps)
  | ({ kind: "code" } & CodeFilterProps);

/** One thing that a list can be filtered by. */
export interface ListFilter {
  id: string;
  label: string;
  /** What it lets through, such as "Lumea.ro, Casa Vie +2"; null when it is off. */
  text: string | null;
  /** Its label says all that its text does. */
  isPlain?: boolean;
  edit: FilterEdit;
  takeOff: () => void;
  /** Asked for seldom: it stands behind "More". */
  isUnderMore?: boolean;
}
