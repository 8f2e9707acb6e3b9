import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadLead } from "#app/(app)/leads/[id]/load-lead.ts";
import { BeingCalled } from "#components/leads/call/being-called.tsx";
import { CallButtons } from "#components/leads/call-buttons.tsx";
import { AskCallBack } from "#components/leads/detail/ask-call-back.tsx";
import { AskReason } from "#components/leads/detail/ask-reason.tsx";
import { BuyerCard } from "#components/leads/detail/buyer-card.tsx";
import { ContactCard } from "#components/leads/detail/contact-card.tsx";
import { DuplicatesCard } from "#components/leads/detail/duplicates-card.tsx";
import { LeadActs, WorkedPill } from "#components/leads/detail/lead-acts.tsx";
import { LeadKeys } from "#components/leads/detail/lead-keys.tsx";
import { LeadWorkProvider } from "#components/leads/detail/lead-work.tsx";
import { NeighbourLinks } from "#components/leads/detail/neighbour-links.tsx";
import { NoteForm } from "#components/leads/detail/note-form.tsx";
import { SellerCard } from "#components/leads/detail/seller-card.tsx";
import { TagsOfPage } from "#components/leads/detail/tags-card.tsx";
import { LeadLayout } from "#components/leads/lead-layout.tsx";
import { OrderCard } from "#components/leads/order-card.tsx";
import { TimelineCard } from "#components/leads/timeline-card.tsx";
import { ActionBar } from "#components/shell/action-bar.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { can, seesEverything } from "#lib/base/auth/permissions.ts";
import { requirePermission, type Session } from "#lib/base/auth/session.ts";
import { buyerHistory } from "#lib/customers/history.ts";
import { buyerName } from "#lib/customers/phone.ts";
import { callerOf } from "#lib/leads/calling.ts";
import { leadList } from "#lib/leads/list.ts";
import { neighbours } from "#lib/leads/queries.ts";
import { listWorkOptions } from "#lib/leads/work-options.ts";

interface LeadPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ list?: string | string[] }>;
}

export async function generateMetadata({ params }: LeadPageProps): Promise<Metadata> {
  const [lead, t] = await Promise.all([loadLead((await params).id), getTranslations("leads")]);
  return { title: buyerName(lead.contact) ?? t("noName") };
}

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const session = await requirePermission("leads.read");
  const lead = await loadLead((await params).id);
  const { list } = await searchParams;
  const listQuery = typeof list === "string" ? list : "";
  const [t, options, history, beside, caller] = await Promise.all([
    getTranslations("leads"),
    listWorkOptions(session),
    lead.customerId ? buyerHistory(session, lead.customerId) : null,
    findBeside(session, lead.id, listQuery),
    callerOf(session, lead.id),
  ]);
  const name = buyerName(lead.contact) ?? t("noName");
  const mayWrite = can(session.role, "leads.write");
  const acts = mayWrite && <LeadActs mayOverride={session.role === "admin"} />;
  const listAddress = listQuery ? `/leads?${listQuery}` : "/leads";
  return (
    <LeadWorkProvider key={lead.id} lead={{ ...lead, paymentStatus: lead.order?.paymentStatus ?? null }}>
      <Page trail={[{ label: t("title"), href: listAddress }, { label: lead.order?.number ?? name }]}>
        <PageHeader
          title={<bdi>{name}</bdi>}
          aside={
            <>
              <WorkedPill />
              {lead.isTest && <Badge>{t("test")}</Badge>}
            </>
          }
          actions={
            <>
              <NeighbourLinks {...beside} />
              {acts && <div className="flex gap-2 max-md:hidden">{acts}</div>}
            </>
          }
        />
        <BeingCalled caller={caller} />
        <LeadLayout
          order={<OrderCard lead={lead} />}
          contact={
            <>
              <ContactCard lead={lead} mayEdit={can(session.role, "customers.write")} />
              <BuyerCard
                history={history}
                isOwn={!seesEverything(session.role)}
                customerId={lead.customerId}
              />
              <DuplicatesCard duplicates={lead.duplicates} />
            </>
          }
          timeline={<TimelineCard events={lead.events} note={mayWrite && <NoteForm leadId={lead.id} />} />}
          others={
            <>
              <TagsOfPage leadId={lead.id} tags={lead.tags} allTags={options.tags} />
              {(options.sellers || lead.seller.id !== session.userId) && (
                <SellerCard leadId={lead.id} seller={lead.seller} sellers={options.sellers} />
              )}
            </>
          }
        />
        {mayWrite && (
          <ActionBar>
            <div className="grid gap-2">
              {lead.contact.phone && <CallButtons phone={lead.contact.phone} />}
              <div className="flex flex-wrap gap-2 [&>*]:flex-1 [&>*]:px-2">{acts}</div>
            </div>
          </ActionBar>
        )}
        {mayWrite && <AskCallBack />}
        {mayWrite && <AskReason />}
        <LeadKeys {...beside} />
      </Page>
    </LeadWorkProvider>
  );
}

/** The addresses of the leads beside this one in the list that it was opened from. */
async function findBeside(session: Session, leadId: string, listQuery: string) {
  const params = await leadList.load(new URLSearchParams(listQuery));
  const { previous, next } = await neighbours(session, params, leadId);
  const address = (id: string | null) =>
    id && `/leads/${id}${listQuery ? `?list=${encodeURIComponent(listQuery)}` : ""}`;
  return { previous: address(previous), next: address(next) };
}
