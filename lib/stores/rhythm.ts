/** Orders that came in one hour of a day. */
export interface HourOfOrders {
  /** Days since 1970 in the time zone of the workspace. */
  day: number;
  hour: number;
  orders: number;
}

/** How long nothing came of a store, in hours since 1970 as the clocks of its workspace show them; and what came in the four weeks before. */
export interface Quiet {
  since: number;
  now: number;
  /** Of the 28 whole days before the day of `since`; hours without any are left out. */
  before: readonly HourOfOrders[];
}

const weeks = 4;
const daysOfWeek = 7;
const hoursOfDay = 24;

/** So many orders would have to have come before nobody takes a quiet stretch for chance. */
const missedOrders = 8;
/** A store with few orders is compared with how far they lie apart. */
const timesApart = 10;

/**
 * Whether nothing has come for unusually long, judged by the store's own rhythm. How many orders usually come in an hour of the week is what came
 * in the two quieter of the last four such days, so that neither a campaign nor a night nor a closed weekend makes it cry. It is silent when eight
 * orders would usually have come since, or, where so few come that no hour has any, after ten times as long as its orders lie apart, a week at least.
 */
export function isSilent(quiet: Quiet): boolean {
  if (usualOrders(quiet) >= missedOrders) return true;
  const orders = quiet.before.reduce((sum, hour) => sum + hour.orders, 0);
  if (orders === 0) return false;
  const elapsed = quiet.now - quiet.since;
  const apart = (weeks * daysOfWeek * hoursOfDay) / orders;
  return elapsed >= Math.max(timesApart * apart, daysOfWeek * hoursOfDay);
}

/** How many orders usually come in the hours since. */
export function usualOrders({ since, now, before }: Quiet): number {
  const profile = profileOf(before, Math.floor(since / hoursOfDay));
  let usual = 0;
  for (let hour = Math.floor(since); hour < now; hour++) {
    const part = Math.min(hour + 1, now) - Math.max(hour, since);
    usual += part * (profile[hour % profile.length] ?? 0);
  }
  return usual;
}

/** The orders that usually come in each hour of the week, from the one with which 1970 began. */
function profileOf(before: readonly HourOfOrders[], today: number): number[] {
  const byDay = Map.groupBy(before, ({ day }) => day);
  const totalOf = (day: number) => (byDay.get(day) ?? []).reduce((sum, { orders }) => sum + orders, 0);
  const profile = Array.from({ length: daysOfWeek * hoursOfDay }, () => 0);
  for (let weekday = 1; weekday <= daysOfWeek; weekday++) {
    const alike = Array.from({ length: weeks }, (_, week) => today - weekday - week * daysOfWeek);
    const quieter = alike.sort((one, other) => totalOf(one) - totalOf(other)).slice(0, weeks / 2);
    for (const { day, hour, orders } of quieter.flatMap((one) => byDay.get(one) ?? [])) {
      const at = (day % daysOfWeek) * hoursOfDay + hour;
      profile[at] = (profile[at] ?? 0) + orders / quieter.length;
    }
  }
  return profile;
}
