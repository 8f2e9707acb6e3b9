/** The screens from which on a column is shown: 1024, 1280, 1440 and 1680 px wide. */
export type ColumnScreen = "lg" | "xl" | "wide" | "widest";

/** Hides on the screens that have no room for the column. */
export const fromClasses: Record<ColumnScreen, string> = {
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
  wide: "max-[1440px]:hidden",
  widest: "max-[1680px]:hidden",
};

/** Shows on these alone. */
export const narrowClasses: Record<ColumnScreen, string> = {
  lg: "lg:hidden",
  xl: "xl:hidden",
  wide: "min-[1440px]:hidden",
  widest: "min-[1680px]:hidden",
};
