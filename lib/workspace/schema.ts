import { z } from "zod";
import { isKnownCurrency } from "#lib/base/money/currencies.ts";
import { nameText, plainText } from "#lib/base/text/schema.ts";
import { type WorkingHours, weekdays } from "#lib/base/time/working-hours.ts";
import { isTimezone } from "#lib/base/time/zones.ts";

const time = plainText.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "timeInvalid");

const hours = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => from < to, { error: "hoursReversed", path: ["to"] });

/** A day that is left out is free. */
const workingHoursSchema: z.ZodType<WorkingHours> = z.partialRecord(z.enum(weekdays), hours);

/** What an admin changes of the workspace: one part at a time, or several. */
export const workspaceChangeSchema = z
  .object({
    name: nameText,
    currency: plainText.refine(isKnownCurrency, "currencyInvalid"),
    timezone: plainText.max(100, "timezoneUnknown").refine(isTimezone, "timezoneUnknown"),
    workingHours: workingHoursSchema,
  })
  .partial();

export type WorkspaceChange = z.output<typeof workspaceChangeSchema>;

/** What names a logo: another one has another version. */
export const logoQuerySchema = z.object({
  version: plainText.regex(/^[0-9a-f-]{36}\.[a-z]{3,4}$/).optional(),
});
