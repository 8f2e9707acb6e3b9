import { createTranslator } from "use-intl/core";
import type { Session } from "#lib/auth/session.ts";
import type { Column } from "#lib/export/csv.ts";
import { resolveLocale } from "#lib/i18n/locales.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { isoWriter } from "#lib/time/iso.ts";

/** The words and the times of the person for whom an export is made. */
export async function writerFor(session: Session) {
  const locale = resolveLocale(session.locale);
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  return { t, time: isoWriter(session.timezone) };
}

export function text<Row>(heading: string, value: Column<Row>["value"]): Column<Row> {
  return { heading, type: "text", value };
}

export function number<Row>(heading: string, value: Column<Row>["value"]): Column<Row> {
  return { heading, type: "number", value };
}
