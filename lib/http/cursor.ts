import { z } from "zod";

/** A place in a list that is ordered by a time and, among equals, by id, newest first. */
export interface Cursor {
  at: Date;
  id: string;
}

/** The cursor as it stands in a URL: milliseconds and id. */
export function encodeCursor({ at, id }: Cursor): string {
  return `${at.getTime().toString(36)}.${id}`;
}

/** Reads a cursor from a URL. */
export const cursorSchema = z
  .string()
  .max(60)
  .transform((value, context): Cursor => {
    const [time = "", id] = value.split(".");
    const at = new Date(Number.parseInt(time, 36));
    const uuid = z.uuid().safeParse(id);
    if (!uuid.success || Number.isNaN(at.getTime())) {
      context.addIssue({ code: "custom", message: "is not a cursor" });
      return z.NEVER;
    }
    return { at, id: uuid.data };
  });
