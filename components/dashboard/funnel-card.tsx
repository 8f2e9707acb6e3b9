import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { SplitBar } from "#components/charts/split-bar.tsx";
import { SplitLegend, Swatch } from "#components/charts/swatch.tsx";
import { DashboardCard, figureCell, headingCell } from "#components/dashboard/dashboard-card.tsx";
import { cn } from "#components/ui/cn.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Counted, FunnelStep } from "#lib/kpi/model.ts";

/** How far leads came, and where they were lost: each step splits the one above. */
export function FunnelCard({ steps }: { steps: FunnelStep[] }) {
  const t = useTranslations("dashboard.funnel");
  const rates = useTranslations("dashboard.rates");
  const arrived = steps[0]?.value ?? 0;
  return (
    <DashboardCard
      title={t("title")}
      text={t("text")}
      aside={<SplitLegend kept={t("reached")} open={rates("open")} lost={rates("lost")} />}
    >
      <table className="w-full text-heading text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-t">
            <th scope="col" className={headingCell}>
              {t("step")}
            </th>
            <td aria-hidden className="w-[33%]" />
            {(["reached", "ofBefore", "stillOpen", "lost"] as const).map((name) => (
              <th key={name} scope="col" className={headingCell}>
                {t(name)}
              </th>
            ))}
            <th scope="col" className={cn(headingCell, "ps-6 text-start")}>
              {t("why")}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <StepRow key={step.name} step={step} above={steps[index - 1] ?? null} arrived={arrived} />
          ))}
        </tbody>
      </table>
    </DashboardCard>
  );
}

interface StepRowProps {
  step: FunnelStep;
  /** The step that this one splits; null for the first. */
  above: FunnelStep | null;
  arrived: number;
}

function StepRow({ step, above, arrived }: StepRowProps) {
  const t = useTranslations("dashboard.funnel");
  const format = useFormatter();
  const { open = null, lost = null, stayed = [] } = above ?? {};
  const percent =
    step.share === null ? null : format.number(step.share, { style: "percent", maximumFractionDigits: 1 });
  return (
    <tr className="h-11 border-t max-md:grid max-md:h-auto max-md:grid-cols-[1fr_auto] max-md:gap-y-1 max-md:px-4 max-md:py-2.5">
      <th scope="row" className="ps-4 text-start font-medium max-md:p-0">
        {t(step.name)}
        {percent && <span className="ms-1.5 font-normal text-subheading text-xs md:hidden">{percent}</span>}
      </th>
      <td className="px-2 max-md:col-span-2 max-md:row-start-2 max-md:px-0">
        {arrived > 0 && (
          <SplitBar
            className="h-4"
            of={arrived}
            parts={[
              { texture: "kept", count: step.value },
              { texture: "open", count: open?.value ?? 0 },
              { texture: "lost", count: lost?.value ?? 0 },
            ]}
          />
        )}
      </td>
      <td className={cn(figureCell, "font-semibold max-md:px-0")}>
        <Link href={step.href} className="hover:underline">
          {format.number(step.value)}
        </Link>
      </td>
      <td className={cn(figureCell, "max-md:hidden")}>{percent}</td>
      <td className={cn(figureCell, "max-md:hidden")}>
        {above && <Stayed counted={open} reached={above.value} />}
      </td>
      <td className={cn(figureCell, "max-md:hidden")}>
        {above && <Stayed counted={lost} reached={above.value} />}
      </td>
      <td className="py-1 pe-4 ps-6 text-subheading text-xs max-md:col-span-2 max-md:p-0">
        <Reasons texture="lost" word={t("lost")} parts={stayed.filter(({ isLost }) => isLost)} />
        <Reasons texture="open" word={t("stillOpen")} parts={stayed.filter(({ isLost }) => !isLost)} />
      </td>
    </tr>
  );
}

/** How many did not come on, and which share of those who had reached the step above. */
function Stayed({ counted, reached }: { counted: Counted | null; reached: number }) {
  const format = useFormatter();
  if (!counted || counted.value === 0) return <span className="text-subheading">–</span>;
  return (
    <Link href={counted.href} className="group block leading-[18px]">
      <span className="block group-hover:underline">{format.number(counted.value)}</span>
      <span className="block text-subheading text-xs">
        {format.number(counted.value / reached, { style: "percent", maximumFractionDigits: 1 })}
      </span>
    </Link>
  );
}

interface ReasonsProps {
  texture: "lost" | "open";
  /** What the texture stands for. */
  word: string;
  parts: FunnelStep["stayed"];
}

/** "said no 71 · fake 34", each leading to its leads. */
function Reasons({ texture, word, parts }: ReasonsProps) {
  const t = useTranslations("dashboard.funnel.reasons");
  const shown = parts.filter(({ value }) => value > 0);
  if (shown.length === 0) return null;
  return (
    <p className="flex items-baseline gap-1.5">
      <Swatch texture={texture} />
      <VisuallyHidden>{word}</VisuallyHidden>
      <span>
        {shown.map(({ reason, value, href }, index) => (
          <span key={reason}>
            {index > 0 && " · "}
            <Link href={href} className="whitespace-nowrap hover:text-heading hover:underline">
              {t(reason, { count: value })}
            </Link>
          </span>
        ))}
      </span>
    </p>
  );
}
