/** A time zone as people read it and type it: "America / Argentina / Buenos Aires". */
export function timezoneName(timezone: string): string {
  return timezone.replaceAll("_", " ").replaceAll("/", " / ");
}
