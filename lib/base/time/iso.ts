/**
 * Makes a function that writes an instant as ISO 8601 with the offset of a time zone: "2026-11-21T17:00:05+02:00".
 *
 * @param timezone an IANA name
 */
export function isoWriter(timezone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "longOffset",
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const { year = "", month, day, hour, minute, second, timeZoneName = "" } = parts;
    const offset = timeZoneName.replace("GMT", "") || "+00:00";
    return `${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  };
}
