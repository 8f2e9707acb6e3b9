import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeadList } from "#components/leads/lead-list.tsx";
import { NoLeads } from "#components/leads/no-leads.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireSession, type Session } from "#lib/auth/session.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { leadListSchema } from "#lib/leads/schema.ts";
import { listStores } from "#lib/stores/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("leads");
  return { title: t("title") };
}

interface LeadsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LeadsPage({ searchParams }: LeadsPageProps) {
  const session = await requireSession();
  const query = leadListSchema.parse(await searchParams);
  const [t, page] = await Promise.all([getTranslations("leads"), listLeads(session, query)]);
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <LeadList
        page={page}
        empty={page.rows.length === 0 && <Empty session={session} total={page.total} />}
      />
    </Page>
  );
}

async function Empty({ session, total }: { session: Session; total: number }) {
  const mayConnect = can(session.role, "stores.write");
  const hasStores = total === 0 && (await listStores(session)).length > 0;
  return <NoLeads hasOthers={total > 0} hasStores={hasStores} mayConnect={mayConnect} />;
}
