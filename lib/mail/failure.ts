import type { MailError } from "#lib/mail/model.ts";

/** A mail that was not taken. */
export class MailFailure extends Error {
  readonly code: MailError;
  /** Whether it would be the same however often it is tried. */
  readonly isFinal: boolean;

  /** @param said the server's own words, for the log */
  constructor(code: MailError, { isFinal, said }: { isFinal: boolean; said?: string }) {
    super(said ? `The mail was not taken (${code}): ${said}` : `The mail was not taken (${code}).`);
    this.name = "MailFailure";
    this.code = code;
    this.isFinal = isFinal;
  }
}
