"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { MemberDialogProps } from "#components/settings/team/role-dialog.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { deactivateMemberAction } from "#lib/team/actions.ts";

/** Asks before it shuts a member out, and whether the person's stores are to be paused with it. */
export function DeactivateDialog({ member, isOpen, onClose }: MemberDialogProps) {
  const t = useTranslations("team");
  const [pausesStores, setPausesStores] = useState(true);
  const hasStores = member.activeStores > 0;
  const { run } = useButtonAction(
    () => deactivateMemberAction({ userId: member.id, pausesStores: hasStores && pausesStores }),
    t("deactivatedNow", { name: member.name }),
  );
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
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
