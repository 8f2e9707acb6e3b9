import type { z } from "zod";
import type { MailContent } from "#lib/mail/model.ts";
import type { MailWords } from "#lib/mail/words.ts";

/** A kind of mail. */
export interface MailTemplate<Schema extends z.ZodType> {
  /** What it has to be told. */
  schema: Schema;
  /** For how many minutes it may wait for its server: what it says is of no use later. */
  usefulFor: number;
  write(data: z.output<Schema>, words: MailWords): MailContent;
}

/** Says what a kind of mail is told and how it is written. */
export function defineMail<Schema extends z.ZodType>(template: MailTemplate<Schema>): MailTemplate<Schema> {
  return template;
}

/** A day in minutes. */
export const day = 24 * 60;
