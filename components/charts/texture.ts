/** How a part is drawn, everywhere with the same meaning, so that a chart can be read without colour. */
export type Texture = "kept" | "moving" | "open" | "lost";

/** The texture as classes of a block of HTML. */
export const textureClasses: Record<Texture, string> = {
  kept: "bg-chart-paid",
  moving: "bg-chart-shipped",
  open: "border border-chart-waiting bg-surface",
  lost: "texture-hatched",
};
