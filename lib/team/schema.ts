import { z } from "zod";
import { roles } from "#lib/base/auth/permissions.ts";
import { newPasswordSchema, passwordResetSchema, signInSchema } from "#lib/base/auth/schema.ts";
import { proofSchema } from "#lib/base/auth/second-factor/schema.ts";
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

export const roleChangeSchema = z.object({ userId: z.uuid(), role: z.enum(roles) });

/** Whose second factor to take away, with the password or a code of the admin who does it. */
export const factorRemovalSchema = memberIdSchema.extend(proofSchema.shape);

/** Whether admins have to sign in with a second factor. */
export const secondFactorRuleSchema = z.object({ isRequired: z.boolean() });

/** Whom to invite, and as what. */
export const invitationSchema = z.object({
  email: passwordResetSchema.shape.email,
  name: nameText,
  role: z.enum(roles),
});

export const invitationIdSchema = z.object({ id: z.uuid() });

/** What the link of an invitation carries. */
export const invitationTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** An invitation that is taken up; of an account that exists, the password is its own, whatever a new one has to be. */
export const acceptanceSchema = z.object({
  token: invitationTokenSchema,
  name: nameText,
  password: signInSchema.shape.password,
});

export const workspaceIdSchema = z.object({ workspaceId: z.uuid() });

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
export type FactorRemoval = z.output<typeof factorRemovalSchema>;
export type SecondFactorRule = z.output<typeof secondFactorRuleSchema>;
export type RoleChange = z.output<typeof roleChangeSchema>;
export type InvitationInput = z.input<typeof invitationSchema>;
export type NewInvitation = z.output<typeof invitationSchema>;
export type Acceptance = z.output<typeof acceptanceSchema>;
export type NewWorkspace = z.output<typeof newWorkspaceSchema>;
