import { WorkspaceChoice } from "#components/shell/workspace-choice.tsx";
import type { Session } from "#lib/base/auth/session.ts";
import { listWorkspaces } from "#lib/team/queries.ts";

/** The workspaces that the person can go to; who has one only is asked nothing. */
export async function OwnWorkspaces({ session }: { session: Session }) {
  const workspaces = await listWorkspaces(session);
  if (workspaces.length < 2) return null;
  return <WorkspaceChoice workspaces={workspaces} chosenId={session.workspace.id} />;
}
