import type { linkTo, Narrowing } from "#lib/kpi/links.ts";
import {
  type BreakdownRow,
  type Counted,
  type CountFigure,
  type CountName,
  countNames,
  type Dashboard,
  type Days,
  type FunnelReason,
  type FunnelStep,
  type FunnelStepName,
  type MoneyOfCurrency,
  moneyNames,
  type Rate,
  type RateName,
  rateNames,
  rowRateNames,
} from "#lib/kpi/model.ts";
import {
  countOf,
  currenciesOf,
  figureOfCount,
  figureOfMoney,
  type KeyedSums,
  moneyOf,
  type SumPart,
  type Sums,
} from "#lib/kpi/sums.ts";
import type { LeadSource } from "#lib/leads/model.ts";
import type { LeadFigure } from "#lib/leads/steps.ts";

/** What figures are made of: sums, the days that they are of, and where they lead. */
export interface Told {
  rows: KeyedSums[];
  days: Days;
  hasBefore: boolean;
  link: ReturnType<typeof linkTo>;
}

const rateFigures: Record<RateName, { part: LeadFigure; rest: LeadFigure; open: LeadFigure }> = {
  confirmation: { part: "agreed", rest: "declined", open: "undecided" },
  delivery: { part: "delivered", rest: "came_back", open: "under_way" },
  return: { part: "came_back", rest: "delivered", open: "under_way" },
  cash: { part: "paid", rest: "rejected", open: "open" },
};

const funnel: { name: FunnelStepName; figure: LeadFigure; lost: FunnelReason[]; open: FunnelReason[] }[] = [
  {
    name: "arrived",
    figure: "all",
    lost: ["said_no", "fake", "duplicate", "cancelled_before"],
    open: ["uncalled", "no_answer", "postponed", "wrong_number"],
  },
  { name: "confirmed", figure: "confirmed", lost: ["cancelled_after"], open: ["to_ship"] },
  { name: "shipped", figure: "sent", lost: ["refused", "returned"], open: ["under_way"] },
  { name: "delivered", figure: "delivered", lost: [], open: ["delivered_unpaid"] },
  { name: "paid", figure: "delivered_paid", lost: [], open: [] },
];

function of(period: KeyedSums["period"], rows: KeyedSums[]): KeyedSums[] {
  return rows.filter((row) => row.period === period);
}

function counted(told: Told, figure: LeadFigure, row?: Narrowing): Counted {
  return countedTogether(told, [figure], row);
}

/** Several figures that have no lead in common, as one. */
function countedTogether(
  { rows, days, hasBefore, link }: Told,
  figures: readonly LeadFigure[],
  row?: Narrowing,
): Counted {
  const sum = (period: KeyedSums["period"]) => {
    const ofPeriod = of(period, rows);
    return figures.reduce((total, figure) => total + countOf(ofPeriod, figure), 0);
  };
  return {
    value: sum("current"),
    before: hasBefore ? sum("before") : null,
    href: link(figures, days, row),
  };
}

/** The same of one part of the sums. */
function ofPart(told: Told, part: SumPart): Told {
  return { ...told, rows: told.rows.filter((row) => row.part === part) };
}

/** All that the sums of a range tell. */
export function tell(sums: Told): Pick<Dashboard, "counts" | "money" | "rates" | "funnel"> {
  const told = ofPart(sums, "all");
  return {
    counts: countNames.map((name): CountFigure => ({ name, ...counted(told, figureOfCount[name]) })),
    money: currenciesOf(told.rows).map((currency) => moneyIn(told, currency)),
    rates: rateNames.map((name) => rateOf(told, name)),
    funnel: funnelOf(told),
  };
}

function moneyIn({ rows, days, hasBefore, link }: Told, currency: string): MoneyOfCurrency {
  const now = moneyOf(of("current", rows), currency);
  const before = hasBefore ? moneyOf(of("before", rows), currency) : null;
  const amounts = Object.fromEntries(
    moneyNames.map((name) => [
      name,
      {
        value: now[name],
        before: before?.[name] ?? null,
        href: link([figureOfMoney[name]], days, { currency }),
      },
    ]),
  ) as Pick<MoneyOfCurrency, (typeof moneyNames)[number]>;
  return {
    currency,
    ...amounts,
    average: now.average === null ? null : { value: now.average, before: before?.average ?? null },
  };
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function rateIn(rows: readonly Sums[], name: RateName): number | null {
  const { part, rest } = rateFigures[name];
  return share(countOf(rows, part), countOf(rows, part) + countOf(rows, rest));
}

function openIn(rows: readonly Sums[], name: RateName): number | null {
  const { part, rest, open } = rateFigures[name];
  const stillOpen = countOf(rows, open);
  return share(stillOpen, stillOpen + countOf(rows, part) + countOf(rows, rest));
}

function rateOf(told: Told, name: RateName): Rate {
  const { part, rest, open } = rateFigures[name];
  return {
    name,
    value: rateIn(of("current", told.rows), name),
    before: told.hasBefore ? rateIn(of("before", told.rows), name) : null,
    part: counted(told, part),
    rest: counted(told, rest),
    open: counted(told, open),
  };
}

function funnelOf(told: Told): FunnelStep[] {
  return funnel.map(({ name, figure, lost, open }, index) => {
    const own = counted(told, figure);
    const earlier = funnel[index - 1];
    const stayed = [...lost, ...open]
      .map((reason) => ({ ...counted(told, reason), reason, isLost: lost.includes(reason) }))
      .filter(({ value, before }) => value > 0 || (before ?? 0) > 0);
    const reached = earlier ? countOf(of("current", told.rows), earlier.figure) : null;
    return {
      name,
      ...own,
      share: reached === null ? null : share(own.value, reached),
      lost: lost.length > 0 ? countedTogether(told, lost) : null,
      open: open.length > 0 ? countedTogether(told, open) : null,
      stayed,
    };
  });
}

/** How a row of a table narrows a list, by its key. */
const narrowings: Record<Exclude<SumPart, "all">, (key: string | null) => Narrowing> = {
  // Leads of no store are those entered by hand.
  store: (key) => (key ? { store: key } : { source: "manual" }),
  source: (key) => ({ source: key as LeadSource }),
  seller: (key) => (key ? { seller: key } : {}),
};

/** A table of the sums; rows with the most leads first, equals by name as the locale sorts them. */
export function breakDown(
  told: Told,
  by: keyof typeof narrowings,
  names: Map<string, string>,
  locale: string,
): BreakdownRow[] {
  const { compare } = new Intl.Collator(locale);
  const groups = Map.groupBy(ofPart(told, by).rows, ({ key }) => key);
  return [...groups]
    .map(([key, rows]) =>
      rowOf({ ...told, rows }, key, key === null ? null : (names.get(key) ?? null), narrowings[by](key)),
    )
    .filter(({ counts }) => counts.total.value > 0)
    .sort((a, b) => b.counts.total.value - a.counts.total.value || compare(String(a.name), String(b.name)));
}

function rowOf(told: Told, key: string | null, name: string | null, narrowing: Narrowing): BreakdownRow {
  const current = of("current", told.rows);
  const { days, link } = told;
  return {
    key,
    name,
    counts: Object.fromEntries(
      countNames.map((count) => [count, counted(told, figureOfCount[count], narrowing)]),
    ) as Record<CountName, Counted>,
    money: currenciesOf(current).map((currency) => ({
      currency,
      collected: moneyOf(current, currency).collected,
      href: link([figureOfMoney.collected], days, { ...narrowing, currency }),
    })),
    rates: Object.fromEntries(
      rowRateNames.map((rate) => [
        rate,
        {
          value: { value: rateIn(current, rate), href: link([rateFigures[rate].part], days, narrowing) },
          open: { value: openIn(current, rate), href: link([rateFigures[rate].open], days, narrowing) },
        },
      ]),
    ) as BreakdownRow["rates"],
  };
}
