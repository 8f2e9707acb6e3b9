import { getTranslations } from "next-intl/server";
import { viewCounts, viewCountsOn } from "#app/(app)/view-counts.ts";
import { LeadPageActs } from "#components/leads/call/lead-page-acts.tsx";
import { LeadList } from "#components/leads/list/lead-list.tsx";
import { NoLeads } from "#components/leads/list/no-leads.tsx";
import { QueueDone } from "#components/leads/list/queue-done.tsx";
import { ListEmpty } from "#components/list/list-empty.tsx";
import { ListPage, listMetadata } from "#components/list/list-page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { loadFrame, openList } from "#lib/base/list/open.ts";
import { withPhoneText } from "#lib/customers/phone-text.ts";
import { leadExport } from "#lib/export/leads.ts";
import { leadList } from "#lib/leads/list.ts";
import {
  countLateNews,
  countLeadsOn,
  countNarrowedViews,
  listFilterOptions,
  listLeads,
} from "#lib/leads/queries.ts";
import { listStores } from "#lib/stores/queries.ts";

export async function generateMetadata({ searchParams }: PageProps<"/leads">) {
  const t = await getTranslations("leads.views");
  return listMetadata(leadList, searchParams, ({ view }) => (view === "all" ? null : t(view)));
}

export default async function LeadsPage({ searchParams }: PageProps<"/leads">) {
  const { session, params, misread } = await openList(leadList, searchParams);
  const [page, counts, options, frame, late] = await Promise.all([
    listLeads(session, params),
    viewCounts(session),
    listFilterOptions(session),
    loadFrame(session, leadExport),
    countLateNews(session),
  ]);
  const hasNone = counts.all.count === 0;
  return (
    <ListPage list="leads" actions={can(session.role, "leads.write") && <LeadPageActs />}>
      <LeadList
        {...frame}
        searched={params.q}
        misread={misread}
        exactCount={countLeadsOn(session, params, page)}
        page={withPhoneText(page)}
        counts={counts}
        late={late}
        laterCounts={countNarrowedViews(session, params) ?? viewCountsOn(session, counts)}
        options={options}
        empty={
          <ListEmpty list={leadList} params={params} page={page} hasNone={hasNone}>
            {hasNone ? <NothingYet session={session} /> : <QueueDone />}
          </ListEmpty>
        }
      />
    </ListPage>
  );
}

/** There is no lead at all. */
async function NothingYet({ session }: { session: Session }) {
  const stores = await listStores(session);
  return <NoLeads hasStores={stores.length > 0} mayConnect={can(session.role, "stores.write")} />;
}
