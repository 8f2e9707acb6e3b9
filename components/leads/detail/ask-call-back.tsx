"use client";

import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { CallBackDialog } from "#components/leads/dialogs.tsx";

/** Asks when to call the lead of the page again. */
export function AskCallBack() {
  const { asked, ask, change } = useLeadWork();
  return (
    <CallBackDialog
      count={asked === "callBack" ? 1 : null}
      onClose={() => ask(null)}
      onChoose={(callBackAt) => {
        ask(null);
        change({ field: "codStatus", to: "postponed" }, { callBackAt });
      }}
    />
  );
}
