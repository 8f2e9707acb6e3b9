import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { List, ListParams } from "#lib/base/list/define.ts";
import type { Page } from "#lib/base/list/page.ts";

export interface ListEmptyProps<Params extends ListParams> {
  list: List<Params>;
  params: Params;
  page: Page<unknown>;
  /** There is no row at all, so that no filter is to blame. */
  hasNone?: boolean;
  /** Why there is nothing yet, and what to do next. */
  children: ReactNode;
}

/**
 * What stands in the place of a list without rows. Said by the server with the rows: in the browser the address changes before they come,
 * and for that moment an empty list would be blamed on the wrong thing.
 */
export function ListEmpty<Params extends ListParams>({
  page,
  hasNone = false,
  children,
  ...props
}: ListEmptyProps<Params>) {
  if (page.rows.length > 0) return null;
  const list: List = props.list;
  const whole = { ...props.params, ...list.noFilters, after: null, before: null };
  const wholeList = list.url(whole);
  if (hasNone || list.url(props.params) === wholeList) return children;
  return <NothingMatches clearHref={wholeList} />;
}

/** There are rows, but none that the filters or the search let through. */
function NothingMatches({ clearHref }: { clearHref: string }) {
  const t = useTranslations("table.nothingMatches");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      text={t("text")}
      action={
        <Button asChild>
          <Link href={clearHref} scroll={false}>
            {t("clear")}
          </Link>
        </Button>
      }
    />
  );
}
