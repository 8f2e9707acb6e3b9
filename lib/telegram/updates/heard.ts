import type { LinkedPerson } from "#lib/telegram/updates/people.ts";
import type { TelegramMessage } from "#lib/telegram/updates/schema.ts";

/** A message and whoever wrote it, as far as Astra knows them. */
export interface Heard {
  message: TelegramMessage;
  /** Whoever wrote it; none where nobody has linked the chat. */
  people: LinkedPerson[];
  isPrivate: boolean;
}
