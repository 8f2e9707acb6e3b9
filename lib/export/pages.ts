/** One page of a list: its rows, and the cursor of the page that follows. */
interface ListPage<Row> {
  rows: Row[];
  next: string | null;
}

/** All pages of a list, from its first row to its last, each asked for only when it is wanted. */
export async function* allPages<Row>(
  page: (after: string) => Promise<ListPage<Row>>,
): AsyncGenerator<Row[], void> {
  let after: string | null = "";
  while (after !== null) {
    const { rows, next }: ListPage<Row> = await page(after);
    if (rows.length > 0) yield rows;
    after = next;
  }
}
