import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CallButtons } from "#components/leads/call-buttons.tsx";
import { ContactCard } from "#components/leads/contact-card.tsx";
import { LeadLayout } from "#components/leads/lead-layout.tsx";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { OrderCard } from "#components/leads/order-card.tsx";
import { SellerCard, TagsCard } from "#components/leads/side-cards.tsx";
import { TimelineCard } from "#components/leads/timeline-card.tsx";
import { ActionBar } from "#components/shell/action-bar.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { can } from "#lib/auth/permissions.ts";
import { requireSession } from "#lib/auth/session.ts";
import { getLead, type LeadDetail } from "#lib/leads/lead-query.ts";
import { leadIdSchema } from "#lib/leads/schema.ts";

interface LeadPageProps {
  params: Promise<{ id: string }>;
}

const loadLead = cache(async (id: string): Promise<LeadDetail> => {
  const session = await requireSession();
  const parsed = leadIdSchema.safeParse(id);
  const lead = parsed.success ? await getLead(session, parsed.data) : null;
  return lead ?? notFound();
});

export async function generateMetadata({ params }: LeadPageProps): Promise<Metadata> {
  const [lead, t] = await Promise.all([loadLead((await params).id), getTranslations("leads")]);
  return { title: lead.contact.name ?? t("noName") };
}

export default async function LeadPage({ params }: LeadPageProps) {
  const session = await requireSession();
  const [lead, t] = await Promise.all([loadLead((await params).id), getTranslations("leads")]);
  const name = lead.contact.name ?? t("noName");
  return (
    <Page trail={[{ label: t("title"), href: "/leads" }, { label: lead.order?.number ?? name }]}>
      <PageHeader
        title={<bdi>{name}</bdi>}
        aside={
          <>
            <LeadPill lead={lead} />
            {lead.isTest && <Badge>{t("test")}</Badge>}
          </>
        }
      />
      <LeadLayout
        order={<OrderCard lead={lead} />}
        contact={<ContactCard contact={lead.contact} />}
        timeline={<TimelineCard events={lead.events} />}
        others={
          <>
            <TagsCard tags={lead.tags} />
            <SellerCard seller={lead.seller} />
          </>
        }
      />
      {lead.contact.phone && can(session.role, "leads.write") && (
        <ActionBar>
          <CallButtons phone={lead.contact.phone} />
        </ActionBar>
      )}
    </Page>
  );
}
