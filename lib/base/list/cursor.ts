import { z } from "zod";

/** A place in a list that is ordered by a number, such as the milliseconds of a time, and among equals by id. */
export interface Cursor {
  key: number;
  id: string;
}

/** The cursor as it stands in a URL: the number to the base of 36, and the id. */
export function encodeCursor({ key, id }: Cursor): string {
  return `${key.toString(36)}.${id}`;
}

/** What a Date can hold, which is more than any amount. */
const largestKey = 8.64e15;

/** Reads a cursor from a URL. */
export const cursorSchema = z
  .string()
  .max(60)
  .transform((value, context): Cursor => {
    const [number = "", id] = value.split(".");
    const key = Number.parseInt(number, 36);
    const uuid = z.uuid().safeParse(id);
    if (!uuid.success || !(Math.abs(key) <= largestKey)) {
      context.addIssue({ code: "custom", message: "is not a cursor" });
      return z.NEVER;
    }
    return { key, id: uuid.data };
  });
