import type { ReactNode } from "react";
import { changeStatusAction, changeTagsAction, undoStatusChangeAction } from "#app/(app)/leads/actions.ts";
import { LeadActionsProvider } from "#components/leads/lead-actions.tsx";

const actions = {
  changeStatus: changeStatusAction,
  undoStatusChange: undoStatusChangeAction,
  changeTags: changeTagsAction,
};

export default function LeadsLayout({ children }: { children: ReactNode }) {
  return <LeadActionsProvider actions={actions}>{children}</LeadActionsProvider>;
}
