import { z } from "zod";
import { roles } from "#lib/base/auth/permissions.ts";
import { newPasswordSchema, passwordResetSchema } from "#lib/base/auth/schema.ts";
import { nameText } from "#lib/base/text/schema.ts";
import { isTimezone } from "#lib/base/time/zones.ts";

/** A person to make a member of a workspace. */
export const newMemberSchema = z.object({
  email: passwordResetSchema.shape.email,
  name: nameText,
  password: newPasswordSchema.shape.password,
  role: z.enum(roles),
  workspaceId: z.uuid(),
});

export const memberIdSchema = z.object({ userId: z.uuid() });

/** Whom to shut out, and whether the stores of that person are paused too: their deliveries are then kept and not worked in. */
export const deactivationSchema = z.object({ userId: z.uuid(), pausesStores: z.boolean() });

export const newWorkspaceSchema = z.object({
  name: nameText,
  currency: z
    .string()
    .toUpperCase()
    .refine((code) => /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code), {
      error: "must be a currency code of three letters, such as EUR",
    }),
  timezone: z.string().refine(isTimezone, { error: "must be a time zone, such as Europe/Bucharest" }),
});

export type NewMember = z.output<typeof newMemberSchema>;
export type MemberId = z.output<typeof memberIdSchema>;
export type Deactivation = z.output<typeof deactivationSchema>;
export type NewWorkspace = z.output<typeof newWorkspaceSchema>;
