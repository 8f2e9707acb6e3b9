import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page, PageHeader } from "#components/shell/page.tsx";
import type { List, ListParams } from "#lib/base/list/define.ts";
import type { ListName } from "#lib/base/list/names.ts";

export interface ListPageProps {
  list: ListName;
  /** What one comes for beside the list, such as "New lead". */
  actions?: ReactNode;
  children: ReactNode;
}

/** The page of a list, also while it loads. */
export function ListPage({ list, actions, children }: ListPageProps) {
  const t = useTranslations(list);
  return (
    <Page trail={[{ label: t("title") }]} className={actions ? "base:max-md:pb-24" : undefined}>
      <PageHeader title={t("title")} titleInTopBar actionsAtThumb actions={actions} />
      {children}
    </Page>
  );
}

/** What the browser calls the page of a list: what is searched for, or which tab is open, before the list. */
export async function listMetadata<Params extends ListParams>(
  { name, load }: List<Params>,
  query: Promise<Record<string, string | string[] | undefined>>,
  tabOf: (params: Params) => string | null = () => null,
): Promise<Metadata> {
  const [t, table, params] = await Promise.all([
    getTranslations(name),
    getTranslations("table"),
    load(query),
  ]);
  const list = t("title");
  if (params.q) return { title: table("titleOfSearch", { search: params.q, list }) };
  const tab = tabOf(params);
  return { title: tab ? table("titleOfTab", { tab, list }) : list };
}
