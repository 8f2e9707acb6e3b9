import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveListLookAction, saveViewAction } from "#app/(app)/actions.ts";
import { reassignAction } from "#app/(app)/leads/[id]/actions.ts";
import { viewCounts } from "#app/(app)/view-counts.ts";
import { LeadList } from "#components/leads/list/lead-list.tsx";
import { LeadPageActs } from "#components/leads/list/lead-page-acts.tsx";
import { NoLeads } from "#components/leads/list/no-leads.tsx";
import { QueueDone } from "#components/leads/list/queue-done.tsx";
import { defaultLook } from "#components/list/looks/list-look.ts";
import { NothingMatches } from "#components/list/nothing-matches.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requireSession, type Session } from "#lib/base/auth/session.ts";
import { getListLook } from "#lib/base/list/looks/queries.ts";
import { listSavedViews } from "#lib/base/list/saved-views/queries.ts";
import { leadColumnIds } from "#lib/export/lead-columns.ts";
import { isNarrowed, type LeadListParams, leadListUrl, loadLeadListParams } from "#lib/leads/filters.ts";
import { listFilterOptions, listLeads } from "#lib/leads/queries.ts";
import { listStores } from "#lib/stores/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("leads");
  return { title: t("title") };
}

export default async function LeadsPage({ searchParams }: PageProps<"/leads">) {
  const session = await requireSession();
  const params = await loadLeadListParams(searchParams);
  const [t, page, counts, options, look, savedViews] = await Promise.all([
    getTranslations("leads"),
    listLeads(session, params),
    viewCounts(session),
    listFilterOptions(session),
    getListLook(session, "leads"),
    listSavedViews(session),
  ]);
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader
        title={t("title")}
        titleInTopBar
        actions={can(session.role, "leads.write") && <LeadPageActs />}
      />
      <LeadList
        page={page}
        counts={counts}
        options={options}
        look={look ?? defaultLook}
        saveLook={saveListLookAction}
        exportColumns={leadColumnIds(session)}
        savedViews={savedViews}
        saveView={saveViewAction}
        reassign={reassignAction}
        empty={
          page.rows.length === 0 && (
            <Empty session={session} params={params} hasLeads={counts.all.count > 0} />
          )
        }
      />
    </Page>
  );
}

interface EmptyProps {
  session: Session;
  params: LeadListParams;
  /** Whether the person has any lead at all. */
  hasLeads: boolean;
}

async function Empty({ session, params, hasLeads }: EmptyProps) {
  if (hasLeads && isNarrowed(params)) {
    const { view, sort, size } = params;
    return <NothingMatches clearHref={leadListUrl("/leads", { view, sort, size })} />;
  }
  if (hasLeads) return <QueueDone />;
  const stores = await listStores(session);
  return <NoLeads hasStores={stores.length > 0} mayConnect={can(session.role, "stores.write")} />;
}
