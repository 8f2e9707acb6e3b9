/** The last row before a deep page, and the cursor that leads there. */
export interface DeepPlace {
  cursor: string;
  at: Date;
  id: string;
}

interface Page {
  rows: { at: Date; id: string }[];
  next: string | null;
}

/** The place behind so many rows, found as people find it: page by page of 100. */
export async function deepPlace(
  pageAfter: (cursor: string) => Promise<Page>,
  depth: number,
): Promise<DeepPlace> {
  let page = await pageAfter("");
  for (let passed = 100; passed < depth && page.next; passed += 100) page = await pageAfter(page.next);
  const last = page.rows.at(-1);
  if (!last || !page.next) throw new Error("There is no page so deep.");
  return { ...last, cursor: page.next };
}
