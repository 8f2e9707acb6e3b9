import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FirstSign } from "#components/stores/first-sign.tsx";
import { isFault, storeState } from "#components/stores/store-state.ts";
import { TopicList } from "#components/stores/topic-list.tsx";
import {
  Card,
  CardContent,
  CardDescription,
  CardFooter,
  CardHeader,
  CardTitle,
} from "#components/ui/card.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { platformFacts } from "#lib/platforms/facts.ts";
import type { StoreType } from "#lib/stores/model.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

export interface ConnectCardProps {
  store: StoreRow;
  /** Where the store is to post its webhooks. */
  address: string;
}

/** Step by step, what to do on the platform so that orders arrive here. */
export function ConnectCard({ store, address }: ConnectCardProps) {
  const t = useTranslations("stores.connect");
  const details: Partial<Record<StepKey, ReactNode>> = {
    create: <CopyField value={address} copyLabel={t("copyAddress")} />,
    topics: <TopicList type={store.type} />,
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-5">
        <CardDescription>{t("text")}</CardDescription>
        <ol className="grid gap-5">
          {platformFacts[store.type].steps.map((step, index) => (
            <Step key={step} number={index + 1} text={<StepText type={store.type} step={step} />}>
              {details[step]}
            </Step>
          ))}
        </ol>
      </CardContent>
      {!isFault(storeState(store)) && (
        <CardFooter className="justify-start">
          <div className="grid gap-2">
            <FirstSign state={firstSign(store)} />
            {!store.lastDeliveryAt && isOfThisMachine(address) && (
              <p className="text-amber-text text-sm">{t("notPublic")}</p>
            )}
          </div>
        </CardFooter>
      )}
    </Card>
  );
}

/** Whether no other machine finds the address. */
function isOfThisMachine(address: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(address).hostname);
}

function firstSign({ lastDeliveryAt, pingedAt }: StoreRow) {
  if (lastDeliveryAt) return "arrived";
  return pingedAt ? "pinged" : "waiting";
}

type StepKey = (typeof platformFacts)[StoreType]["steps"][number];

/** Each platform has a message for each of its own steps. */
type StepMessage = {
  [Type in StoreType]: `${Type}.${(typeof platformFacts)[Type]["steps"][number]}`;
}[StoreType];

function StepText({ type, step }: { type: StoreType; step: StepKey }) {
  const t = useTranslations("stores.connect.steps");
  return t.rich(`${type}.${step}` as StepMessage, {
    b: (text) => <strong className="font-medium text-heading">{text}</strong>,
  });
}

function Step({ number, text, children }: { number: number; text: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
      <span
        aria-hidden
        className="flex size-[22px] items-center justify-center rounded-full border border-border-control font-medium text-heading text-xs tabular-nums"
      >
        {number}
      </span>
      <p className="pt-px">{text}</p>
      {children && <div className="col-start-2 min-w-0">{children}</div>}
    </li>
  );
}
