"use client";

import { Check, Truck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActKey } from "#components/leads/detail/act-key.tsx";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { StatusMenu } from "#components/leads/detail/status-menu.tsx";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { Button } from "#components/ui/button.tsx";

/** Where the lead stands, changed at once when somebody acts. */
export function WorkedPill() {
  return <LeadPill lead={useLeadWork().lead} />;
}

/** What a seller does with a lead, the usual one last; what isn't possible from here is left out. */
export function LeadActs({ mayOverride }: { mayOverride: boolean }) {
  return (
    <>
      <StatusMenu mayOverride={mayOverride} />
      <NoAnswerButton />
      <CallBackButton />
      <MainActButton />
    </>
  );
}

function NoAnswerButton() {
  const t = useTranslations("lead.acts");
  const { isAllowed, change } = useLeadWork();
  const noAnswer = { field: "codStatus", to: "no_answer" } as const;
  if (!isAllowed(noAnswer)) return null;
  return (
    <Button onClick={() => change(noAnswer)}>
      {t("noAnswer")}
      <ActKey act="noAnswer" />
    </Button>
  );
}

function CallBackButton() {
  const t = useTranslations("lead.acts");
  const { isAllowed, ask } = useLeadWork();
  if (!isAllowed({ field: "codStatus", to: "postponed" })) return null;
  return (
    <Button onClick={() => ask("callBack")}>
      {t("callBack")}
      <ActKey act="callBack" />
    </Button>
  );
}

/** Confirm; once confirmed, ship. */
function MainActButton() {
  const t = useTranslations("lead.acts");
  const { isAllowed, change } = useLeadWork();
  const confirm = { field: "codStatus", to: "confirmed" } as const;
  const ship = { field: "logisticStatus", to: "shipped" } as const;
  if (isAllowed(confirm)) {
    return (
      <Button variant="primary" onClick={() => change(confirm)}>
        <Check aria-hidden />
        {t("confirm")}
        <ActKey act="confirm" className="border-current/40 text-current" />
      </Button>
    );
  }
  if (!isAllowed(ship)) return null;
  return (
    <Button variant="primary" onClick={() => change(ship)}>
      <Truck aria-hidden />
      {t("ship")}
      <ActKey act="ship" className="border-current/40 text-current" />
    </Button>
  );
}
