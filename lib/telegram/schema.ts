import { z } from "zod";
import { readTypedAmount } from "#lib/base/money/amount.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { newLeadChoices } from "#lib/telegram/model.ts";

/** A chat id as Telegram shows it: digits, for a group with a minus. At most 52 bits are significant. */
export const chatIdSchema = z.object({
  chatId: plainText.trim().regex(/^-?[1-9]\d{3,15}$/, "chatIdInvalid"),
});

/** A chat, and the code that was sent to it. */
export const chatProofSchema = chatIdSchema.extend({
  code: plainText.trim().regex(/^\d{4}\s?\d{4}$/, "chatCodeInvalid"),
});

export type ChatProof = z.output<typeof chatProofSchema>;

const amount = plainText.trim().transform((typed, context) => {
  if (typed === "") return null;
  const read = readTypedAmount(typed);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: "amountInvalid" });
  return z.NEVER;
});

/** A time of day as a field for it holds it, as minutes of the day. */
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "timeInvalid")
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

/** What a form says of new leads and of quiet hours. */
const leadFields = {
  newLeads: z.enum(newLeadChoices),
  leastValue: amount,
  mutedStores: z.array(z.uuid()).max(500),
  isQuiet: z.boolean(),
  quietFrom: timeOfDay,
  quietUntil: timeOfDay,
};

interface LeadFields {
  newLeads: (typeof newLeadChoices)[number];
  leastValue: string | null;
  isQuiet: boolean;
  quietFrom: number;
  quietUntil: number;
}

const hasValue = ({ newLeads, leastValue }: LeadFields) => newLeads !== "above" || leastValue !== null;
const hasLength = ({ isQuiet, quietFrom, quietUntil }: LeadFields) => !isQuiet || quietFrom !== quietUntil;
const valueMissing = { path: ["leastValue"], error: "amountInvalid" };
const noLength = { path: ["quietUntil"], error: "quietWithoutLength" };

/** What a member wants to hear, as the form holds it. */
export const preferencesSchema = z
  .object({
    ...leadFields,
    everyonesLeads: z.boolean(),
    callBacks: z.boolean(),
    stock: z.boolean(),
    failedDeliveries: z.boolean(),
    /** "none", or the hour. */
    summaryHour: z.union([z.literal("none"), z.string().regex(/^([0-9]|1\d|2[0-3])$/, "hourInvalid")]),
  })
  .refine(hasValue, valueMissing)
  .refine(hasLength, noLength);
export type PreferencesInput = z.input<typeof preferencesSchema>;
export type PreferencesRequest = z.output<typeof preferencesSchema>;

/** The same of a group, which hears of new leads. */
export const groupPreferencesSchema = z
  .object(leadFields)
  .refine(hasValue, valueMissing)
  .refine(hasLength, noLength);
export type GroupPreferencesInput = z.input<typeof groupPreferencesSchema>;
export type GroupPreferencesRequest = z.output<typeof groupPreferencesSchema>;
