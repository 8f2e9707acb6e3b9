import { z } from "zod";
import { timeFormats } from "#lib/base/i18n/formats.ts";
import { locales } from "#lib/base/i18n/locales.ts";
import { nameText } from "#lib/base/text/schema.ts";
import { isTimezone } from "#lib/base/time/zones.ts";

/** What a person changes of the own profile: one part at a time, or several. */
export const profileChangeSchema = z
  .object({
    name: nameText,
    /** Null leaves it to the browser. */
    locale: z.enum(locales).nullable(),
    timezone: z.string().max(100, "timezoneUnknown").refine(isTimezone, "timezoneUnknown"),
    timeFormat: z.enum(timeFormats),
  })
  .partial();

export type ProfileChange = z.output<typeof profileChangeSchema>;

export const sessionIdSchema = z.object({ id: z.uuid() });
