/** What became of a delivery, as people read it: "told" is one of the ignored that told what was told before. */
export const deliveryStates = ["failed", "received", "processed", "ignored", "told"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** How a body can be looked at. */
export const bodyLooks = ["pretty", "raw", "headers"] as const;
export type BodyLook = (typeof bodyLooks)[number];
