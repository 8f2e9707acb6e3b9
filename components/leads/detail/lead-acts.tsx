"use client";

import { useTranslations } from "next-intl";
import { ActKey } from "#components/leads/detail/act-key.tsx";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { StatusMenu } from "#components/leads/detail/status-menu.tsx";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { actsOf, type LeadActName, likelyActOf } from "#lib/leads/acts.ts";

/** Where the lead stands, changed at once when somebody acts. */
export function WorkedPill() {
  return <LeadPill lead={useLeadWork().lead} />;
}

/** A thumb finds room for so many acts; the menu has all of them. */
const roomOnPhone = 3;

/** What a seller does with a lead from where it is, the likely act last and in green; all else is in the menu. */
export function LeadActs({ mayOverride }: { mayOverride: boolean }) {
  const { lead } = useLeadWork();
  const likely = likelyActOf(lead);
  const acts = actsOf(lead).sort((one, other) => Number(other === likely) - Number(one === likely));
  return (
    <>
      <StatusMenu mayOverride={mayOverride} />
      {acts.toReversed().map((act) => (
        <ActButton
          key={act}
          act={act}
          isLikely={act === likely}
          isOnPhone={acts.indexOf(act) < roomOnPhone}
        />
      ))}
    </>
  );
}

interface ActButtonProps {
  act: LeadActName;
  isLikely: boolean;
  isOnPhone: boolean;
}

function ActButton({ act, isLikely, isOnPhone }: ActButtonProps) {
  const t = useTranslations("leads.acts");
  const { run } = useLeadWork();
  return (
    <Button
      variant={isLikely ? "primary" : "outline"}
      className={isOnPhone ? "" : "max-md:hidden"}
      onClick={() => run(act)}
    >
      {t(act)}
      <ActKey act={act} className={cn(isLikely && "border-current/40 text-current")} />
    </Button>
  );
}
