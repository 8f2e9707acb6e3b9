import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";
import { contactFields } from "#lib/customers/model.ts";
import {
  callOutcomes,
  leadsLimit,
  longestNumber,
  pastedAtMost,
  tagChangesLimit,
  tagColors,
} from "#lib/leads/model.ts";
import { saleSchema } from "#lib/leads/sale.ts";
import { codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

export const leadIdSchema = z.uuid();

const leadIds = z.array(z.uuid()).min(1).max(leadsLimit, "tooManyLeads");

/** A change of status of one lead or many. */
export const statusChangeSchema = z
  .object({
    ids: leadIds,
    change: z.discriminatedUnion("field", [
      z.object({ field: z.literal("codStatus"), to: z.enum(codStatuses) }),
      z.object({ field: z.literal("logisticStatus"), to: z.enum(logisticStatuses) }),
    ]),
    /** When to call again; asked for with `postponed`. */
    callBackAt: z.coerce.date().optional(),
    note: plainText.trim().max(2000, "noteTooLong").optional(),
    /** An admin may go where the way is closed; the timeline says so. */
    isOverride: z.boolean().default(false),
  })
  .refine(({ change, callBackAt }) => change.to !== "postponed" || callBackAt !== undefined, {
    path: ["callBackAt"],
    error: "callBackMissing",
  });

export type StatusChangeInput = Omit<z.input<typeof statusChangeSchema>, "callBackAt"> & {
  callBackAt?: Date | undefined;
};
export type StatusChangeRequest = z.output<typeof statusChangeSchema>;

/** Takes a change of status back: what it returned. */
export const undoSchema = z.object({
  leads: z
    .array(
      z.object({
        id: z.uuid(),
        /** The entry of the timeline that tells of the change. */
        eventId: z.uuid(),
        /** The statuses that the change left; an undo only undoes these. */
        codStatus: z.enum(codStatuses),
        logisticStatus: z.enum(logisticStatuses),
      }),
    )
    .min(1)
    .max(500),
});

export type UndoRequest = z.output<typeof undoSchema>;

/** Which leads are selected: the query string of their list, and the cursor that the last part of them ended with. */
export const selectionSchema = z.object({ query: plainText.max(2000), after: plainText.max(500) });
export type SelectionRequest = z.output<typeof selectionSchema>;

/** Numbers of orders or parcels, as pasted. */
export const pastedNumbersSchema = z.object({
  numbers: z.array(plainText.trim().min(1).max(longestNumber)).min(1).max(pastedAtMost),
});
export type PastedNumbersRequest = z.output<typeof pastedNumbersSchema>;

export const noteSchema = z.object({
  leadId: z.uuid(),
  text: plainText.trim().min(1, "noteMissing").max(2000, "noteTooLong"),
});

/** Which leads to call: the query string of the list they are called from, and those skipped for now. */
export const callQueueSchema = z.object({
  query: plainText.max(2000),
  skipped: z.array(z.uuid()).max(500),
});

export type CallQueueRequest = z.output<typeof callQueueSchema>;

export const calledLeadSchema = z.object({ leadId: z.uuid() });

/** A lead of the queue to open again. */
export const callReopenSchema = callQueueSchema.extend(calledLeadSchema.shape);

export type CallReopenRequest = z.output<typeof callReopenSchema>;

/** What the person saw of a lead's calls; an outcome counts only on top of these. */
const seenCallsSchema = z.object({
  codStatus: z.enum(codStatuses),
  callAttempts: z.number(),
  callBackAt: z.coerce.date().nullable(),
});

export type SeenCalls = z.output<typeof seenCallsSchema>;

/** What a call came to. */
export const callOutcomeSchema = callQueueSchema
  .extend({
    leadId: z.uuid(),
    seen: seenCallsSchema,
    outcome: z.enum(callOutcomes),
    callBackAt: z.coerce.date().optional(),
    note: plainText.trim().max(2000, "noteTooLong").optional(),
  })
  .refine(({ outcome, callBackAt }) => outcome !== "postponed" || callBackAt !== undefined, {
    path: ["callBackAt"],
    error: "callBackMissing",
  });

export type CallOutcomeRequest = z.output<typeof callOutcomeSchema>;

/** Takes the outcome of a call back and opens its lead again. */
export const callUndoSchema = callQueueSchema.extend({ undo: undoSchema.shape.leads.element });

export type CallUndoRequest = z.output<typeof callUndoSchema>;

const longestPause = 30 * 24 * 60;

/** The rule of a workspace for leads that give no answer. */
export const callRulesSchema = z.object({
  maxAttempts: z
    .number("maxAttemptsInvalid")
    .int("maxAttemptsInvalid")
    .min(1, "maxAttemptsInvalid")
    .max(20, "maxAttemptsInvalid"),
  retryAfterMinutes: z
    .array(
      z.number("pauseInvalid").int("pauseInvalid").min(5, "pauseInvalid").max(longestPause, "pauseInvalid"),
    )
    .min(1)
    .max(10),
});

const tagName = plainText.trim().min(1, "tagMissing").max(40, "tagTooLong");
const tag = z.object({ name: tagName, color: z.enum(tagColors) });
const knownTag = z.object({ id: z.uuid() });

/** A tag to give: one that is there by its id, or one by its name, which is made when there is none. */
const wantedTag = z.union([knownTag, tag]);

/** Gives a tag to leads. */
export const addTagSchema = z.object({ ids: leadIds, tag: wantedTag });
export type AddTagRequest = z.output<typeof addTagSchema>;

export const removeTagSchema = z.object({ ids: leadIds, tagId: z.uuid() });
export type RemoveTagRequest = z.output<typeof removeTagSchema>;

const tagChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("add"), ids: leadIds, tag: wantedTag }),
  z.object({ act: z.literal("remove"), ids: leadIds, tag: knownTag }),
]);
export type TagChange = z.output<typeof tagChange>;

/** Gives tags to many leads and takes others off them: each tag once, so that a timeline gets one entry of each at most. */
export const changeTagsSchema = z.object({
  changes: z
    .array(tagChange)
    .min(1)
    .max(tagChangesLimit)
    .refine((changes) => new Set(changes.map(({ tag }) => tagKey(tag))).size === changes.length)
    .refine((changes) => new Set(changes.flatMap(({ ids }) => ids)).size <= leadsLimit),
});
export type ChangeTagsRequest = z.output<typeof changeTagsSchema>;

function tagKey(tag: z.output<typeof wantedTag>): string {
  return "id" in tag ? tag.id.toLowerCase() : tag.name.toLowerCase();
}

/** Hands leads to another seller. */
export const reassignSchema = z.object({ ids: leadIds, userId: z.uuid("sellerMissing") });
export type ReassignRequest = z.output<typeof reassignSchema>;

const maximum = 200;
const text = plainText.trim().max(maximum, "textTooLong");
const email = z.union([z.literal(""), z.email("invalidEmail").max(maximum, "textTooLong")]);

/** The contact of a buyer as a form holds it; empty is "not given". */
export const contactFormSchema = z.object({
  name: text,
  email: plainText.trim().pipe(email),
  phone: text,
  street: text,
  city: text,
  region: text,
  zip: text,
  country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/)]),
});
export type ContactForm = z.output<typeof contactFormSchema>;

/** Corrects a buyer's contact: what it was when the form was opened, and what the edited fields should be. */
export const correctContactSchema = z.object({
  leadId: z.uuid(),
  from: z.partialRecord(z.enum(contactFields), plainText.nullable()),
  to: contactFormSchema.partial(),
});
export type CorrectContactRequest = z.output<typeof correctContactSchema>;

/** Decides what counts when the store says something new of a corrected field. */
export const storeValueSchema = z.object({
  leadId: z.uuid(),
  field: z.enum(contactFields),
  /** What the person saw the store say. */
  storeValue: plainText,
});
export type StoreValueRequest = z.output<typeof storeValueSchema>;

/** A lead entered by hand. */
export const manualLeadSchema = z
  .object({
    /** Made once by the form, so that saving twice makes one lead. */
    id: z.uuid().optional(),
    name: text,
    phone: text,
    /** Where the buyer is: of which country the phone is when it has no country code, and the address. */
    country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/)]),
    email: plainText.trim().pipe(email),
    /** A buyer whom the person knows, and has chosen. */
    customerId: z.uuid().optional(),
    sale: saleSchema,
    note: plainText.trim().max(2000, "noteTooLong"),
    tags: z.array(tag).max(20),
    /** The seller, for those who may choose; else the lead is one's own. */
    userId: z.uuid("sellerMissing").optional(),
    /** Whether the person has seen that the buyer has other leads. */
    isKnownDuplicate: z.boolean(),
  })
  .refine(({ name, phone, email }) => name || phone || email, { path: ["name"], error: "contactMissing" });
export type ManualLeadInput = z.input<typeof manualLeadSchema>;
export type ManualLeadRequest = z.output<typeof manualLeadSchema>;
