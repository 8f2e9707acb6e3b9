/** "9", "930", "9:30", "9.30 pm", "21h30", "下午9:30": hours, minutes, and what stands around them. */
const written = /^(\D*)(\d{1,2})(?:\s*[:.,h時时点]?\s*(\d{2}))?(\D*)$/;

/** How the half of a day is written in the languages that Astra speaks. */
const halves = { before: /^(am?|上午)$/, after: /^(pm?|下午)$/ };

/** A time of day that somebody typed, as "HH:MM"; null when it is none. */
export function readTime(text: string): string | null {
  const [, before, hour, minute = "0", behind] = written.exec(plain(text)) ?? [];
  if (hour === undefined) return null;
  const half = `${before}${behind}`.replaceAll(/[\s.]/g, "").replace(/^(h|uhr)$/, "");
  const isAfter = halves.after.test(half);
  if (half !== "" && !isAfter && !halves.before.test(half)) return null;
  const hours = half !== "" && Number(hour) <= 12 ? (Number(hour) % 12) + (isAfter ? 12 : 0) : Number(hour);
  return hours < 24 && Number(minute) < 60 ? `${twoDigits(hours)}:${twoDigits(Number(minute))}` : null;
}

const dayParts = ["year", "month", "day"] as const;
type DayPart = (typeof dayParts)[number];

/**
 * A day that somebody typed in the order of a language, or from the year down, as "YYYY-MM-DD"; null when it is none. Without a year it is one of this year.
 *
 * @param today only its year counts
 */
export function readDay(text: string, locale: string, today: Date): string | null {
  const numbers = plain(text).match(/\d+/g) ?? [];
  const order = numbers[0]?.length === 4 ? dayParts : orderIn(locale);
  const named = order.filter((part) => numbers.length === 3 || part !== "year");
  if (numbers.length !== named.length) return null;
  const part = (name: DayPart) => Number(numbers[named.indexOf(name)] ?? today.getUTCFullYear());
  const year = part("year") < 100 ? 2000 + part("year") : part("year");
  const day = new Date(Date.UTC(year, part("month") - 1, part("day")));
  const isThere =
    day.getUTCMonth() === part("month") - 1 && day.getUTCDate() === part("day") && year < 10_000;
  return isThere ? day.toISOString().slice(0, 10) : null;
}

/** The parts of a date as a language writes them one after the other. */
function orderIn(locale: string): DayPart[] {
  return new Intl.DateTimeFormat(locale)
    .formatToParts()
    .flatMap(({ type }) => dayParts.find((part) => part === type) ?? []);
}

/** A Chinese keyboard writes digits as wide as its characters. */
function plain(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
