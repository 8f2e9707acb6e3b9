import "server-only";
import type { Page } from "#lib/base/list/page.ts";
import { formatPhone } from "#lib/customers/model.ts";

/** A row of a list, with its phone number as people read it. */
export type WithPhoneText<Row> = Row & { phoneText: string | null };

/** Writes phone numbers as people read them, on the server: it needs tables too large for a browser. */
export function withPhoneText<Row extends { phone: string | null }>(
  page: Page<Row>,
): Page<WithPhoneText<Row>> {
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) })),
  };
}
