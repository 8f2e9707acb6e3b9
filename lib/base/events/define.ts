import { z } from "zod";

/** What an event says: ids of what it is about, and a few plain facts. Whoever may know more asks for the rows. */
interface EventShape {
  subjects: z.ZodType<Record<string, string>>;
  details: z.ZodType<Record<string, unknown>>;
}

/** The named events of a house: "order:created". */
export type Catalogue = Record<string, EventShape>;

/** One event of a catalogue, in a workspace. */
export type EventOf<Events extends Catalogue> = {
  [Name in keyof Events]: {
    workspaceId: string;
    type: Name;
    subjects: z.output<Events[Name]["subjects"]>;
    details: z.output<Events[Name]["details"]>;
    /** When it happened; left out, now. */
    occurredAt?: Date;
  };
}[keyof Events];

/** The shape of an event that is about the things named, each by its id. */
export function about<const Names extends string, Details extends z.ZodRawShape>(
  names: readonly Names[],
  details: Details,
) {
  const ids = Object.fromEntries(names.map((name) => [name, z.uuid()])) as Record<Names, z.ZodUUID>;
  return { subjects: z.strictObject(ids), details: z.strictObject(details) };
}
