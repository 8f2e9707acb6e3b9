import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CallDesk } from "#components/leads/call/call-desk.tsx";
import { Page } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { misreadIn, searchParamsOf } from "#lib/base/list/misread.ts";
import { previewNext } from "#lib/leads/calling.ts";
import { leadList } from "#lib/leads/list.ts";
import { listWorkOptions } from "#lib/leads/work-options.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calling");
  return { title: t("title") };
}

interface CallPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CallPage({ searchParams }: CallPageProps) {
  const session = await requirePermission("leads.write");
  const asked = searchParamsOf(await searchParams);
  // Who calls from a list that is not understood would call everybody: the list says what is wrong.
  if (misreadIn(leadList.parsers, asked).length > 0) redirect(`/leads?${asked}`);
  const params = leadList.load(asked);
  const query = leadList.url(params).split("?")[1] ?? "";
  const [t, leads, calling, options] = await Promise.all([
    getTranslations("calling"),
    getTranslations("leads"),
    previewNext(session, query),
    listWorkOptions(session),
  ]);
  return (
    <Page
      trail={[{ label: leads("title"), href: query ? `/leads?${query}` : "/leads" }, { label: t("title") }]}
    >
      <CallDesk key={query} initial={calling} query={query} sort={params.sort} tags={options.tags ?? []} />
    </Page>
  );
}
