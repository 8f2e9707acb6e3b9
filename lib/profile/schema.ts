import { z } from "zod";
import { passwordResetSchema } from "#lib/base/auth/schema.ts";
import { proofSchema } from "#lib/base/auth/second-factor/schema.ts";
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

/** The address to sign in with from now on, and what proves that it is the person who asks. */
export const emailChangeSchema = proofSchema.extend({ email: passwordResetSchema.shape.email });

export type EmailChange = z.output<typeof emailChangeSchema>;

/** What the link of such a change carries. */
export const emailChangeTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const emailChangeLinkSchema = z.object({ token: emailChangeTokenSchema });

/** Whose photo; a version that is the present one may be kept by a browser. */
export const portraitQuerySchema = z.object({
  person: z.uuid(),
  version: z
    .string()
    .regex(/^[0-9a-f-]{36}\.[a-z]{3,4}$/)
    .optional(),
});
