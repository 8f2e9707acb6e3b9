import { Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { CustomerList } from "#components/customers/customer-list.tsx";
import { ToFirstSteps } from "#components/first-steps/to-first-steps.tsx";
import { ListEmpty } from "#components/list/list-empty.tsx";
import { ListPage, listMetadata } from "#components/list/list-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { loadFrame, openList } from "#lib/base/list/open.ts";
import { customerList } from "#lib/customers/list.ts";
import { withPhoneText } from "#lib/customers/phone-text.ts";
import { countCustomersOn, listCountries, listCustomers } from "#lib/customers/queries.ts";
import { customerExport } from "#lib/export/customers.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";

export const generateMetadata = ({ searchParams }: PageProps<"/customers">) =>
  listMetadata(customerList, searchParams);

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  const { session, params, misread } = await openList(customerList, searchParams);
  const [t, page, options, countries, frame] = await Promise.all([
    getTranslations("customers.empty"),
    listCustomers(session, params),
    listFilterOptions(session),
    listCountries(session),
    loadFrame(session, customerExport),
  ]);
  return (
    <ListPage list="customers">
      <CustomerList
        {...frame}
        searched={params.q}
        misread={misread}
        exactCount={countCustomersOn(session, params, page)}
        page={withPhoneText(page)}
        options={{ ...options, countries: byName(countries, session.locale) }}
        empty={
          <ListEmpty list={customerList} params={params} page={page}>
            <EmptyState
              icon={Users}
              title={t("none")}
              text={t("noneText")}
              action={<ToFirstSteps mayConnect={can(session.role, "stores.write")} />}
            />
          </ListEmpty>
        }
      />
    </ListPage>
  );
}

/** Countries by what they are called in a language. */
function byName(codes: string[], locale: string): { id: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((id) => ({ id, name: names.of(id) ?? id }))
    .sort((one, other) => compare(one.name, other.name));
}
