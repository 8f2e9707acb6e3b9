"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useState } from "react";
import { TimezoneChoice } from "#components/settings/profile/timezone-field.tsx";
import { useWorkspaceChange } from "#components/settings/workspace/use-workspace-change.ts";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { changeWorkspaceAction } from "#lib/workspace/actions.ts";

export interface PlaceCardProps {
  timezone: string;
  timezones: string[];
  currency: string;
  currencies: { code: string; name: string }[];
}

/** Where the business is at home: by which clock it works, and in which money. */
export function PlaceCard({ timezone, timezones, currency, currencies }: PlaceCardProps) {
  const t = useTranslations("workspace.place");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid max-w-md gap-4">
        <TimezoneField timezone={timezone} timezones={timezones} />
        <CurrencyField currency={currency} currencies={currencies} />
      </CardContent>
    </Card>
  );
}

function TimezoneField({ timezone, timezones }: Pick<PlaceCardProps, "timezone" | "timezones">) {
  const t = useTranslations("workspace.place");
  const { change, pending } = useWorkspaceChange();
  const [shown, show] = useOptimistic(timezone);
  return (
    <Field label={t("timezone")} hint={t("timezoneHint")}>
      <TimezoneChoice
        timezone={shown}
        timezones={timezones}
        isBusy={pending}
        onChoose={(chosen) => change({ timezone: chosen }, () => show(chosen))}
      />
    </Field>
  );
}

/** Another currency is asked about: nothing that is there is converted. */
function CurrencyField({ currency, currencies }: Pick<PlaceCardProps, "currency" | "currencies">) {
  const t = useTranslations("workspace");
  const [asked, setAsked] = useState<string | null>(null);
  const change = useButtonAction(() => changeWorkspaceAction({ currency: asked ?? currency }), t("saved"));
  return (
    <Field label={t("place.currency")} hint={t("place.currencyHint")}>
      <Select value={currency} onValueChange={(chosen) => chosen !== currency && setAsked(chosen)}>
        <SelectTrigger aria-busy={change.pending} />
        <SelectContent>
          {currencies.map(({ code, name }) => (
            <SelectItem key={code} value={code}>
              {name === code ? code : `${code} · ${name}`}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        title={t("place.currencyTitle", { currency: asked ?? currency })}
        description={t("place.currencyText", { currency: asked ?? currency })}
        confirmLabel={t("place.currencyConfirm")}
        onConfirm={change.run}
      />
    </Field>
  );
}
