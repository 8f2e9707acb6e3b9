/**
 * What is called otherwise today than the runtime says, which keeps the names of long ago: nobody looks for Calcutta.
 * Source: the file "backward" of the IANA time zone database.
 */
const presentNames = new Map([
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["America/Catamarca", "America/Argentina/Catamarca"],
  ["America/Coral_Harbour", "America/Atikokan"],
  ["America/Cordoba", "America/Argentina/Cordoba"],
  ["America/Godthab", "America/Nuuk"],
  ["America/Indianapolis", "America/Indiana/Indianapolis"],
  ["America/Jujuy", "America/Argentina/Jujuy"],
  ["America/Louisville", "America/Kentucky/Louisville"],
  ["America/Mendoza", "America/Argentina/Mendoza"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Pacific/Ponape", "Pacific/Pohnpei"],
  ["Pacific/Truk", "Pacific/Chuuk"],
]);

/** What a time zone is called today, by whatever name it is known. */
export function presentTimezone(name: string): string {
  return presentNames.get(name) ?? name;
}

/** Every time zone that this runtime knows, by its IANA name of today: UTC first, then by the alphabet. */
export function timezones(): string[] {
  const names = Intl.supportedValuesOf("timeZone").map(presentTimezone);
  return ["UTC", ...[...new Set(names)].filter((name) => name !== "UTC").sort()];
}

/** Whether a name is one of a time zone, also an older one. "+02:00" is none: the database reads it the other way round. */
export function isTimezone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
