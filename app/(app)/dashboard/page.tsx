import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { WaitingForCall } from "#app/(app)/dashboard/waiting-for-call.tsx";
import { BreakdownCard, SellersCard } from "#components/dashboard/breakdown-card.tsx";
import { CardBoundary } from "#components/dashboard/card-boundary.tsx";
import { DashboardFilters } from "#components/dashboard/dashboard-filters.tsx";
import { DashboardMenu } from "#components/dashboard/dashboard-menu.tsx";
import { FigureStrip } from "#components/dashboard/figure-strip.tsx";
import { FunnelCard } from "#components/dashboard/funnel-card.tsx";
import { Greeting, Today } from "#components/dashboard/greeting.tsx";
import { MoneyCard } from "#components/dashboard/money-card.tsx";
import { NeedsCard } from "#components/dashboard/needs-card.tsx";
import { NoStores } from "#components/dashboard/no-stores.tsx";
import { PrintedHead } from "#components/dashboard/printed-head.tsx";
import { RangePicker } from "#components/dashboard/range-picker.tsx";
import { RatesCard } from "#components/dashboard/rates-card.tsx";
import { TrendCard } from "#components/dashboard/trend-card.tsx";
import { FirstStepsCard } from "#components/first-steps/first-steps-card.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Dimmed } from "#components/ui/going.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { figuresCsv } from "#lib/export/figures.ts";
import { type FirstSteps, loadFirstSteps } from "#lib/first-steps/queries.ts";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import type { Need } from "#lib/kpi/model.ts";
import { listDashboardOptions, loadFigures, loadNeeds, loadProducts } from "#lib/kpi/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

interface DashboardPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const session = await requirePermission("kpi.read");
  const params = await loadDashboardParams(searchParams);
  const now = new Date();
  // Not awaited: with a filter, what sold best is counted line by line, and comes when it is known.
  const products = loadProducts(session, params, now);
  const needs = loadNeeds(session, now);
  // What fails of these fails in its own card.
  void products.catch(() => undefined);
  const [t, figures, options, firstSteps] = await Promise.all([
    getTranslations("dashboard"),
    loadFigures(session, params, now),
    listDashboardOptions(session),
    loadFirstSteps(session),
    needs.catch(() => undefined),
  ]);
  const { counts, trend, rates, money, funnel, byStore, bySource, bySeller, days, before } = figures;
  const isEmpty = options.stores.length === 0 && counts.every(({ value }) => value === 0);
  const isNew = firstSteps !== null && isShownAtFirst(firstSteps);
  return (
    <Page trail={[{ label: t("title") }]} className="mx-auto max-w-[1280px] print:max-w-none print:p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <PageHeader
          title={<Greeting name={session.name} now={now} />}
          description={
            <>
              <Today now={now} />
              <Suspense>
                <WaitingForCall session={session} />
              </Suspense>
            </>
          }
        />
        <div className="flex min-w-0 flex-wrap items-center gap-2 max-md:w-full max-md:flex-nowrap print:hidden">
          <DashboardFilters options={options} />
          <RangePicker days={days} before={before} />
          <DashboardMenu csv={figuresCsv(figures, t)} mayRecount={can(session.role, "workspace.write")} />
        </div>
      </div>
      <PrintedHead days={days} params={params} options={options} now={now} />
      {isNew && <FirstStepsCard {...firstSteps} />}
      <Dimmed className="grid gap-4">
        <FigureStrip counts={counts} trend={trend} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,768fr)_minmax(0,376fr)] print:grid-cols-[minmax(0,768fr)_minmax(0,376fr)]">
          {isEmpty && !isNew && <NoStores mayConnect={can(session.role, "stores.write")} />}
          {!isEmpty && <TrendCard trend={trend} />}
          <div className={isEmpty ? undefined : "max-xl:order-first print:order-none"}>
            <CardBoundary title={t("needs.title")}>
              <Suspense>
                <Needs needs={needs} now={now} />
              </Suspense>
            </CardBoundary>
          </div>
          {!isEmpty && (
            <>
              <RatesCard rates={rates} />
              <MoneyCard money={money} />
            </>
          )}
        </div>
        {!isEmpty && (
          <>
            <FunnelCard steps={funnel} />
            <div className={bySeller ? "grid items-start gap-4 xl:grid-cols-2 print:grid-cols-2" : "grid"}>
              <BreakdownCard byStore={byStore} bySource={bySource} products={products} />
              {bySeller && <SellersCard rows={bySeller} />}
            </div>
          </>
        )}
      </Dimmed>
    </Page>
  );
}

/** Until all is done, the person puts them away, or a month has passed. */
function isShownAtFirst({ steps, isHidden, isOld }: FirstSteps): boolean {
  return !isHidden && !isOld && steps.some(({ isDone }) => !isDone);
}

/** They are known by now, unless they failed. */
async function Needs({ needs, now }: { needs: Promise<Need[]>; now: Date }) {
  return <NeedsCard needs={await needs} now={now} />;
}
