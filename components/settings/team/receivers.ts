import type { ListedMember } from "#lib/team/queries.ts";

/** Who could take over what a member has. */
export function receiversOf(member: ListedMember, members: ListedMember[]): { id: string; name: string }[] {
  return members
    .filter(({ id, isActive, role }) => id !== member.id && isActive && role !== "viewer")
    .map(({ id, name }) => ({ id, name }));
}
