import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** Reads the rows of a list part by part: those after a cursor, and the cursor that they end with. */
export type ReadPart<Row> = (after: string) => Promise<ActionResult<{ rows: Row[]; next: string | null }>>;

/** Who waits for the rows of a list. */
export interface Reading {
  onProgress: (done: number) => void;
  /** Whether anybody still does. */
  isWanted: () => boolean;
}

/** Reads a list part after part, as long as it is wanted; what fails is said, and what was read by then stays selected. */
export async function readParts<Row>(
  readPart: ReadPart<Row>,
  add: (rows: Row[]) => void,
  most: number,
  { onProgress, isWanted }: Reading,
): Promise<void> {
  let after: string | null = "";
  let done = 0;
  while (after !== null && done < most) {
    const part: Awaited<ReturnType<ReadPart<Row>>> = await readPart(after);
    if (!isWanted()) return;
    if (!part.ok) {
      toast.error(part.message);
      return;
    }
    add(part.data.rows.slice(0, most - done));
    done += part.data.rows.length;
    onProgress(Math.min(done, most));
    after = part.data.next;
  }
}
