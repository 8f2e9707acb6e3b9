import { useTranslations } from "next-intl";
import { HideButton } from "#components/first-steps/hide-button.tsx";
import { StepList } from "#components/first-steps/step-list.tsx";
import { Card, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { FirstSteps } from "#lib/first-steps/queries.ts";

/** How far somebody new is, and what comes next. */
export function FirstStepsCard({ isHidden, isOld, ...list }: FirstSteps) {
  const t = useTranslations("firstSteps");
  const { steps } = list;
  const done = steps.filter(({ isDone }) => isDone).length;
  const isAllDone = done === steps.length;
  return (
    <Card className="print:hidden">
      <CardHeader className="flex-wrap gap-x-4 gap-y-1">
        <div className="min-w-0">
          <CardTitle>{t("title")}</CardTitle>
          <CardDescription>{isAllDone ? t("allDone") : t("text")}</CardDescription>
        </div>
        <div className="flex items-center gap-3">
          <span className="text-sm text-subheading tabular-nums">
            {t("progress", { done, all: steps.length })}
          </span>
          {/* After a month they are not on the dashboard, whatever was chosen. */}
          {!isAllDone && !isOld && <HideButton isHidden={isHidden} />}
        </div>
      </CardHeader>
      <StepList {...list} />
    </Card>
  );
}
