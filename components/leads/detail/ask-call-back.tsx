"use client";

import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { CallBackDialog } from "#components/leads/list/call-back-dialog.tsx";

/** Asks when to call the lead of the page again. */
export function AskCallBack() {
  const { isAskingWhen, askWhen, change } = useLeadWork();
  return (
    <CallBackDialog
      count={isAskingWhen ? 1 : null}
      onClose={() => askWhen(false)}
      onChoose={(callBackAt) => {
        askWhen(false);
        change({ field: "codStatus", to: "postponed" }, { callBackAt });
      }}
    />
  );
}
