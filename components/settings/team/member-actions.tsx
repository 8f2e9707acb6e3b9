"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { activateMemberAction, deactivateMemberAction } from "#lib/team/actions.ts";
import type { ListedMember } from "#lib/team/queries.ts";

/** Asks before it shuts a member out, and whether the person's stores are to be paused with it. */
export function DeactivateButton({ member }: { member: ListedMember }) {
  const t = useTranslations("team");
  const [pausesStores, setPausesStores] = useState(true);
  const hasStores = member.activeStores > 0;
  const { run } = useButtonAction(
    () => deactivateMemberAction({ userId: member.id, pausesStores: hasStores && pausesStores }),
    t("deactivatedNow", { name: member.name }),
  );
  return (
    <ConfirmDialog
      trigger={<Button>{t("deactivate")}</Button>}
      title={t("deactivateTitle", { name: member.name })}
      description={t("deactivateText")}
      confirmLabel={t("deactivate")}
      destructive
      onConfirm={run}
    >
      {hasStores && (
        <PauseChoice count={member.activeStores} isChosen={pausesStores} onChange={setPausesStores} />
      )}
    </ConfirmDialog>
  );
}

interface PauseChoiceProps {
  count: number;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

function PauseChoice({ count, isChosen, onChange }: PauseChoiceProps) {
  const t = useTranslations("team");
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 rounded-lg border border-border p-3">
      <Checkbox
        id={id}
        aria-describedby={`${id}-hint`}
        checked={isChosen}
        onCheckedChange={onChange}
        className="mt-0.5"
      />
      <label htmlFor={id} className="font-medium text-heading text-sm">
        {t("pauseStores", { count })}
      </label>
      <p id={`${id}-hint`} className="col-start-2 text-subheading text-xs">
        {t(isChosen ? "pauseStoresHint" : "keepStoresHint")}
      </p>
    </div>
  );
}

/** Lets a member in again; stores that were paused stay so until somebody takes them up. */
export function ActivateButton({ member }: { member: ListedMember }) {
  const t = useTranslations("team");
  const { run, pending } = useButtonAction(
    () => activateMemberAction({ userId: member.id }),
    t("activatedNow", { name: member.name }),
  );
  return (
    <Button loading={pending} onClick={() => void run()}>
      {t("activate")}
    </Button>
  );
}
