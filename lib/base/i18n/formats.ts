/** How dates are written, by name: `format.dateTime(date, "time")`. The language and the time zone are the person's. */
export const formats = {
  dateTime: {
    time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    date: { day: "numeric", month: "short", year: "numeric" },
    dateTime: {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    day: { day: "numeric", month: "short" },
    dayTime: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    month: { month: "long", year: "numeric" },
    long: {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    },
  },
} as const;
