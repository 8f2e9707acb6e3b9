export const pauseUnits = ["minutes", "hours", "days"] as const;
export type PauseUnit = (typeof pauseUnits)[number];

/** A pause between two tries, as a person says it. */
export interface Pause {
  amount: number;
  unit: PauseUnit;
}

const minutesOf: Record<PauseUnit, number> = { minutes: 1, hours: 60, days: 1440 };

/** "2 hours" for 120: the largest unit that says it in whole numbers. */
export function pauseOf(minutes: number): Pause {
  const unit = (["days", "hours"] as const).find((one) => minutes % minutesOf[one] === 0) ?? "minutes";
  return { amount: minutes / minutesOf[unit], unit };
}

export function inMinutes({ amount, unit }: Pause): number {
  return amount * minutesOf[unit];
}
