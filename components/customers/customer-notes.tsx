import Link from "next/link";
import { useTranslations } from "next-intl";
import { NoteForm } from "#components/leads/detail/note-form.tsx";
import { TimelineMoment } from "#components/leads/timeline-moment.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { CustomerDetail } from "#lib/customers/customer-query.ts";

export interface CustomerNotesProps {
  customer: Pick<CustomerDetail, "newestLeadId" | "notes">;
  mayWrite: boolean;
}

/** What people noted of the customer, on whichever lead; a new note goes to the newest. */
export function CustomerNotes({ customer: { newestLeadId, notes }, mayWrite }: CustomerNotesProps) {
  const t = useTranslations("customers");
  const noteLeadId = mayWrite ? newestLeadId : null;
  if (!noteLeadId && notes.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.notes")}</CardTitle>
      </CardHeader>
      <CardContent>
        {noteLeadId && <NoteForm leadId={noteLeadId} />}
        <ul className="grid gap-3 text-sm">
          {notes.map((note) => (
            <li key={note.id}>
              <p dir="auto" className="wrap-anywhere whitespace-pre-wrap text-heading">
                {note.text}
              </p>
              <p className="text-subheading text-xs">
                {note.person ?? t("formerMember")} · <TimelineMoment date={note.notedAt} /> ·{" "}
                <Link href={`/leads/${note.leadId}`} className="rounded-sm text-brand-text hover:underline">
                  {t("detail.lead")}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
