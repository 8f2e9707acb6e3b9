/** Minutes of the day as a field for a time holds them: 1320 is "22:00". */
function timeOfDay(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** What quiet hours begin as when somebody first asks for them. */
const usualQuiet = { from: 22 * 60, until: 8 * 60 };

/** How a form begins with quiet hours. */
export function quietFields({
  quietFrom,
  quietUntil,
}: {
  quietFrom: number | null;
  quietUntil: number | null;
}) {
  return {
    isQuiet: quietFrom !== null,
    quietFrom: timeOfDay(quietFrom ?? usualQuiet.from),
    quietUntil: timeOfDay(quietUntil ?? usualQuiet.until),
  };
}
