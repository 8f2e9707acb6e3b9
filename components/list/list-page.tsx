import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page, PageHeader } from "#components/shell/page.tsx";
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
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar actions={actions} />
      {children}
    </Page>
  );
}

/** What the browser calls the page of a list. */
export async function listMetadata(list: ListName): Promise<Metadata> {
  const t = await getTranslations(list);
  return { title: t("title") };
}
