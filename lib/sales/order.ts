/** How an order belongs to another: a seller's part of a marketplace's order, an instalment, or what was split off. */
export type ParentRelation = "part" | "instalment" | "split";

/** Something that a shop says about an order or a line, in its own words. */
export interface Label {
  label: string;
  value: string;
}
