import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SampleOrder } from "#components/first-steps/sample-order.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FirstStep } from "#lib/first-steps/model.ts";
import type { FirstSteps } from "#lib/first-steps/queries.ts";

type StepListProps = Pick<FirstSteps, "steps" | "telegramText" | "store" | "sample">;

/** The steps in their order, each with its way; the first that is open stands out. */
export function StepList({ steps, telegramText, store, sample }: StepListProps) {
  const t = useTranslations("firstSteps.steps");
  const next = steps.find(({ isDone }) => !isDone)?.id;
  return (
    <ol className="mt-2">
      {steps.map(({ id, isDone }) => (
        <Step
          key={id}
          id={id}
          text={id === "telegram" ? t(`telegram.${telegramText}`) : t(`${id}.text`)}
          isDone={isDone}
          isNext={id === next}
          href={hrefOf(id, store)}
        >
          {id === "delivery" && (sample || (store && !isDone)) && (
            <SampleOrder store={store} sample={sample} />
          )}
        </Step>
      ))}
    </ol>
  );
}

/** Null where another step comes first. */
function hrefOf(step: FirstStep, store: FirstSteps["store"]): string | null {
  if (step === "store") return "/settings/stores/new";
  if (step === "delivery") return store && `/settings/stores/${store.id}`;
  return `/settings/${step}`;
}

interface StepProps {
  id: FirstStep;
  text: string;
  isDone: boolean;
  isNext: boolean;
  href: string | null;
  children: React.ReactNode;
}

function Step({ id, text, isDone, isNext, href, children }: StepProps) {
  const t = useTranslations("firstSteps");
  const Sign = isDone ? CircleCheck : CircleDashed;
  return (
    <li className="border-t px-4 py-3">
      <div className="grid grid-cols-[20px_minmax(0,1fr)] items-start gap-x-3 gap-y-2 md:grid-cols-[20px_minmax(0,1fr)_auto]">
        <Sign
          aria-hidden
          strokeWidth={1.75}
          className={isDone ? "size-5 text-green-text" : "size-5 text-subheading"}
        />
        <div className="min-w-0">
          <p className="font-medium text-heading text-sm">
            <span className="sr-only">{isDone ? t("done") : t("open")}: </span>
            {t(`steps.${id}.title`)}
          </p>
          {!isDone && (
            <p className="text-pretty text-sm text-subheading">{href ? text : t("steps.delivery.waiting")}</p>
          )}
        </div>
        {!isDone && href && (
          <Button
            asChild
            variant={isNext ? "primary" : "outline"}
            className="max-md:col-start-2 max-md:justify-self-start"
          >
            <Link href={href}>{t(`steps.${id}.act`)}</Link>
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}
