"use client";

import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { ReasonDialog } from "#components/leads/dialogs.tsx";

/** Asks why the lead of the page goes back. */
export function AskReason() {
  const { goingBack, goBack, change } = useLeadWork();
  return (
    <ReasonDialog
      change={goingBack}
      onClose={() => goBack(null)}
      onReason={(note) => {
        goBack(null);
        if (goingBack) change(goingBack, { note });
      }}
    />
  );
}
