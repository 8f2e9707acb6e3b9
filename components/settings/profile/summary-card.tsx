"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { KeptNote } from "#components/mails/kept-note.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.ts";
import type { MailsGo } from "#lib/mail/kept.ts";
import { changeSummaryMailAction } from "#lib/summary/actions.ts";

/** What the choice is called to have none. */
const never = "never";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

export interface SummaryCardProps {
  /** To which it is mailed. */
  email: string;
  /** Of the person's own clock; null: never. */
  hour: number | null;
  mailsGo: MailsGo;
}

/** Whether and when the day's summary is mailed. The choice counts at once. */
export function SummaryCard({ email, hour, mailsGo }: SummaryCardProps) {
  const t = useTranslations("profile.summary");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <CardDescription className="wrap-anywhere">{t("text", { email })}</CardDescription>
        <KeptNote mailsGo={mailsGo} />
        <div className="max-w-md">
          <Field label={t("when")}>
            <HourSelect hour={hour} />
          </Field>
        </div>
      </CardContent>
    </Card>
  );
}

function HourSelect({ hour }: Pick<SummaryCardProps, "hour">) {
  const t = useTranslations("profile.summary");
  const unreachable = useTranslations("errors")("unreachable");
  const format = useFormatter();
  const [pending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(hour);

  function choose(value: string): void {
    const chosen = value === never ? null : Number(value);
    startTransition(async () => {
      show(chosen);
      const result = await callAction(() => changeSummaryMailAction({ hour: chosen }), unreachable);
      if (result.ok) toast.success(t(chosen === null ? "ended" : "saved"));
      else toast.error(result.message);
    });
  }

  // Any day will do to show how the hour is written.
  const clock = (one: number) =>
    format.dateTime(new Date(Date.UTC(2000, 0, 1, one)), "time", { timeZone: "UTC" });
  return (
    <Select value={shown === null ? never : String(shown)} onValueChange={choose}>
      <SelectTrigger aria-busy={pending} />
      <SelectContent>
        <SelectItem value={never}>{t("never")}</SelectItem>
        {hours.map((one) => (
          <SelectItem key={one} value={String(one)}>
            {clock(one)}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
