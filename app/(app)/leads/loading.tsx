import { LeadsLoading } from "#components/leads/list/lead-list.tsx";
import { LeadPageActs } from "#components/leads/list/lead-page-acts.tsx";
import { LeadTabsSkeleton } from "#components/leads/list/tabs.tsx";
import { ListPage } from "#components/list/list-page.tsx";

export default function Loading() {
  return (
    <ListPage list="leads" actions={<LeadPageActs />}>
      <LeadTabsSkeleton />
      <LeadsLoading />
    </ListPage>
  );
}
