/** "9", "930", "9:30", "9.30 pm", "21h30", "9 Uhr 30", "下午9:30", "9点30分": hours, minutes, and what stands around them. */
const written = /^(\D*)(\d{1,2})(?:\s*(?:[:.,h时時点點-]|uhr)?\s*(\d{2}))?(\D*)$/;

/** What says of a number that it is a time. */
const unit = /^\s*(h|uhr|[时時点點分])/;

/** How the half of a day is written in the languages that Astra speaks. */
const halves = { before: /^(am?|上午|早上|凌晨)$/, after: /^(pm?|下午|晚上|中午)$/ };

/** Twelve in the evening is midnight, and eleven at noon is before it: who writes so is not guessed at. */
const unclear = /^(晚上12|中午1[01])$/;

/** A time of day that somebody typed, as "HH:MM"; null when it is none. */
export function readTime(text: string): string | null {
  const [, before, hour, minute = "0", behind = ""] = written.exec(plain(text)) ?? [];
  if (hour === undefined) return null;
  const half = `${before}${behind.replace(unit, "")}`.replaceAll(/[\s.]/g, "");
  const isAfter = halves.after.test(half);
  if (unclear.test(`${half}${hour}`)) return null;
  if (half !== "" && !isAfter && !halves.before.test(half)) return null;
  const hours = half !== "" && Number(hour) <= 12 ? (Number(hour) % 12) + (isAfter ? 12 : 0) : Number(hour);
  return hours < 24 && Number(minute) < 60 ? `${twoDigits(hours)}:${twoDigits(Number(minute))}` : null;
}

const dayParts = ["year", "month", "day"] as const;
type DayPart = (typeof dayParts)[number];

/**
 * A day that somebody typed in the order of a language, or from the year down, as "YYYY-MM-DD"; null when it is none. Without a year it is
 * the first such day that counts: "5.1." typed in November for a day to come is in the next year.
 *
 * @param today midnight UTC
 * @param min the first day that counts; left out, a day without a year is of this year
 */
export function readDay(text: string, locale: string, today: Date, min?: string): string | null {
  const numbers = plain(text).match(/\d+/g) ?? [];
  const order = numbers[0]?.length === 4 ? dayParts : orderIn(locale);
  const named = order.filter((part) => numbers.length === 3 || part !== "year");
  if (numbers.length !== named.length) return null;
  const part = (name: DayPart) => Number(numbers[named.indexOf(name)]);
  const dayIn = (year: number) => dayAt(year, part("month"), part("day"));
  if (named.includes("year")) return dayIn(part("year") < 100 ? 2000 + part("year") : part("year"));
  const year = min ? Number(min.slice(0, 4)) : today.getUTCFullYear();
  const day = dayIn(year);
  return min && day && day < min ? dayIn(year + 1) : day;
}

function dayAt(year: number, month: number, dayOfMonth: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const isThere = day.getUTCMonth() === month - 1 && day.getUTCDate() === dayOfMonth && year < 10_000;
  return isThere ? day.toISOString().slice(0, 10) : null;
}

const inNumbers: Intl.DateTimeFormatOptions = {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  calendar: "gregory",
  numberingSystem: "latn",
  timeZone: "UTC",
};

/** A day, "YYYY-MM-DD", in numbers, as `readDay` reads it. */
export function writeDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, inNumbers).format(new Date(`${day}T00:00:00Z`));
}

/**
 * In whose order a day stands in numbers. English has none of its own, 5/12 is May in New York and December in London, so that with it the
 * browser's counts, as in a browser's own fields.
 */
export function dayLocale(locale: string, browserLocale: string): string {
  return locale === "en" ? browserLocale : locale;
}

/** The parts of a date as a language writes them one after the other. */
function orderIn(locale: string): DayPart[] {
  return new Intl.DateTimeFormat(locale, inNumbers)
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
