/** Row heights: 28, 40 and 52 px. The smallest has no second line. */
export const densities = ["compact", "medium", "comfortable"] as const;
export type Density = (typeof densities)[number];
