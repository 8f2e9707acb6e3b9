import { LeadPageActs } from "#components/leads/call/lead-page-acts.tsx";
import { LeadsLoading } from "#components/leads/list/lead-list.tsx";
import { ListPage } from "#components/list/list-page.tsx";

export default function Loading() {
  return (
    <ListPage list="leads" actions={<LeadPageActs />}>
      <LeadsLoading />
    </ListPage>
  );
}
