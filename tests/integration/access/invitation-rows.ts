import { randomBytes, randomUUID } from "node:crypto";
import { type Person, randomName, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";

/** An invitation of each workspace, in the name of its admin. */
export async function createInvitations(
  ours: Workspace,
  strangers: Workspace,
  people: Record<"admin" | "stranger", Person>,
): Promise<Record<"ours" | "strangers", string>> {
  const create = async (workspace: Workspace, { userId }: Person) => {
    const id = randomUUID();
    await insert("invitations", { ...invitationTo(workspace), id, invited_by_id: userId });
    await insert("mails", { ...waitingMail("invitation"), invitation_id: id });
    return id;
  };
  return { ours: await create(ours, people.admin), strangers: await create(strangers, people.stranger) };
}

/** What an invitation to a workspace holds. */
export function invitationTo({ id }: Pick<Workspace, "id">) {
  return {
    workspace_id: id,
    email: `${randomName()}@example.com`,
    name: "Nina",
    role: "seller",
    token_hash: randomBytes(32).toString("base64url"),
  };
}

/** What a mail holds that waits to be sent, and is not due. */
export function waitingMail(template: string) {
  const id = randomUUID();
  const later = new Date(Date.now() + 3_600_000);
  return { id, template, locale: "en", sealed: "v1.a.b.c", next_attempt_at: later, expires_at: later };
}
