import type { z } from "zod";
import { accountChange } from "#lib/mail/templates/account-change.ts";
import { daySummary } from "#lib/mail/templates/day-summary.ts";
import { emailChange } from "#lib/mail/templates/email-change.ts";
import { invitation } from "#lib/mail/templates/invitation.ts";
import { newDevice } from "#lib/mail/templates/new-device.ts";
import { password } from "#lib/mail/templates/password.ts";

/** Every kind of mail that Astra sends. */
export const mailTemplates = { invitation, password, emailChange, newDevice, accountChange, daySummary };

export type MailName = keyof typeof mailTemplates;

/** What a kind of mail has to be told. */
export type MailData<Name extends MailName> = z.input<(typeof mailTemplates)[Name]["schema"]>;
