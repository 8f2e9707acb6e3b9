import type { ActionResult } from "#lib/base/auth/action-result.ts";

/** What the parts of an act did that were done, and why the next one was not; null when all were. */
interface PartlyDone<Result> {
  results: Result[];
  failure: string | null;
}

/** Does the parts of one act in turn. A part that fails ends it: what is done by then is done, and is to be told. */
export async function partByPart<Part, Result>(
  parts: readonly Part[],
  run: (part: Part, index: number) => Promise<ActionResult<Result>>,
): Promise<PartlyDone<Result>> {
  const results: Result[] = [];
  for (const [index, part] of parts.entries()) {
    const answer = await run(part, index);
    if (!answer.ok) return { results, failure: answer.message };
    results.push(answer.data);
  }
  return { results, failure: null };
}
