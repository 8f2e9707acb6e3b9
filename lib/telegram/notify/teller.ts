import type { Transaction } from "#lib/base/db/access.ts";
import type { Keyboard } from "#lib/telegram/buttons.ts";

/** The jobs that tell somebody something, each with what it is about in its key. */
export const notifyTasks = [
  "notify-new-lead",
  "notify-others-lead",
  "notify-group",
  "notify-call-back",
  "notify-stock",
  "notify-failures",
] as const;
export type NotifyTask = (typeof notifyTasks)[number];

/** Something that a job is to tell: `subject` is a lead, a lead and whom to tell, an alert, or whom it is of. */
export interface Errand {
  task: NotifyTask;
  subject: string;
}

/** A message to send. */
export interface Outgoing {
  text: string;
  keyboard?: Keyboard;
  /** Notes, once it was sent, that it was: nobody is told of the same again. */
  noteTold: (tx: Transaction, messageId: number) => Promise<void>;
  /** Notes that the chat can't be written to, and why. */
  noteStopped: (tx: Transaction, reason: string) => Promise<void>;
}

/** A part of a message that tells of several things. */
export interface Section extends Omit<Outgoing, "keyboard"> {
  /** Of how many things it tells. */
  count: number;
}

export const nothingToNote = async (): Promise<void> => undefined;
