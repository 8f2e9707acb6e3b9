const dayLength = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What a clock on the wall of a time zone shows at an instant, to the second, read as if it were UTC.
 *
 * @param timezone an IANA name
 */
export function wallClock(instant: number, timezone: string): number {
  // In Swedish a date is written as ISO 8601 has it.
  return Date.parse(`${clockOf(timezone).format(instant).replace(" ", "T")}Z`);
}

/**
 * The instant at which a clock on the wall shows a time. A time that is shown twice, because the clock was set back, means the first.
 * A time that is never shown, because the clock was set forward over it, means the later one: what the clock shows that long after.
 *
 * @param wall a whole second, read as if it were UTC
 */
export function instantAt(wall: number, timezone: string): number {
  // No zone is a whole day away from UTC, and none changes its clocks twice in two days.
  const before = wall - offsetAt(wall - dayLength, timezone);
  const after = wall - offsetAt(wall + dayLength, timezone);
  const shown = [before, after].filter((instant) => wallClock(instant, timezone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** The first instant at which a clock on the wall shows a time or a later one: the jump, where the clock was set forward over it. */
export function firstInstantFrom(wall: number, timezone: string): number {
  let reached = instantAt(wall, timezone);
  let notReached = reached - (wallClock(reached, timezone) - wall) - 1;
  while (reached - notReached > 1) {
    const middle = Math.floor((notReached + reached) / 2);
    if (wallClock(middle, timezone) < wall) notReached = middle;
    else reached = middle;
  }
  return reached;
}

/** Milliseconds that a time zone is ahead of UTC at a whole second. */
function offsetAt(instant: number, timezone: string): number {
  return wallClock(instant, timezone) - instant;
}

/** Making a clock costs more than reading it a hundred times. */
function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(timezone, clock);
  return clock;
}
