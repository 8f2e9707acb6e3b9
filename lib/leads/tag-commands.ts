import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { isLimitExceeded } from "#lib/base/db/errors.ts";
import { lockEditable, lockThoseEditable } from "#lib/leads/lead-commands.ts";
import type { AddTagRequest, ChangeTagsRequest, RemoveTagRequest, TagChange } from "#lib/leads/schema.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";

/** Gives leads a tag; those that have it keep it. */
export async function addTag(session: Session, { ids, tag }: AddTagRequest): Promise<void> {
  await forUser(session, async (tx) => {
    await lockEditable(tx, session, ids);
    await tagLeads(tx, session, ids, tag);
  });
}

/** Takes a tag off leads. */
export async function removeTag(session: Session, { ids, tagId }: RemoveTagRequest): Promise<void> {
  await forUser(session, async (tx) => {
    await lockEditable(tx, session, ids);
    await untagLeads(tx, session, ids, tagId);
  });
}

/** What a change of tags did. */
export interface TagsResult {
  /** How many leads have other tags now. */
  changed: number;
  /** How many leads are gone, or no longer the person's to edit. */
  missing: number;
  /** The request that takes it back: what really changed, the other way round. */
  undo: TagChange[];
}

/**
 * Gives tags to many leads and takes others off them, as far as the person may edit these.
 *
 * @throws UserError when the person may edit none of them
 */
export async function changeTags(session: Session, { changes }: ChangeTagsRequest): Promise<TagsResult> {
  return forUser(session, async (tx) => {
    const wanted = new Set(changes.flatMap(({ ids }) => ids));
    const leads = await lockThoseEditable(tx, session, [...wanted]);
    if (leads.length === 0) throw new UserError("notFoundLead");
    const editable = new Set(leads.map(({ id }) => id));
    const undo: TagChange[] = [];
    for (const change of changes) {
      const ids = change.ids.filter((id) => editable.has(id));
      undo.push(await changeTag(tx, session, { ...change, ids }));
    }
    return {
      changed: new Set(undo.flatMap(({ ids }) => ids)).size,
      missing: wanted.size - leads.length,
      undo: undo.filter(({ ids }) => ids.length > 0),
    };
  });
}

/** Answers what takes the change back. */
async function changeTag(tx: Transaction, session: Session, change: TagChange): Promise<TagChange> {
  if (change.act === "remove") {
    const { id } = change.tag;
    return { act: "add", tag: { id }, ids: await untagLeads(tx, session, change.ids, id) };
  }
  const { tagId, ids } = await tagLeads(tx, session, change.ids, change.tag);
  return { act: "remove", tag: { id: tagId }, ids };
}

/**
 * Gives a tag to leads that the person may edit, and says so on their timelines.
 *
 * @returns the tag, and the leads that did not have it
 */
export async function tagLeads(
  tx: Transaction,
  session: Session,
  leadIds: string[],
  wanted: AddTagRequest["tag"],
): Promise<{ tagId: string; ids: string[] }> {
  const tag = await findOrCreateTag(tx, session, wanted);
  const tagged = await tx.$queryRaw<{ id: string }[]>`
    insert into crm_lead_tags (lead_id, tag_id) select id, ${tag.id}::uuid from unnest(${leadIds}::uuid[]) as id
    on conflict do nothing returning lead_id as id`;
  const ids = tagged.map(({ id }) => id);
  await recordEvents(
    tx,
    ids.map((leadId) => ({ leadId, userId: session.userId, type: "tag_added", details: { tag: tag.name } })),
  );
  return { tagId: tag.id, ids };
}

/** Takes a tag off leads that the person may edit, and says so on their timelines; answers those that had it. */
async function untagLeads(
  tx: Transaction,
  session: Session,
  leadIds: string[],
  tagId: string,
): Promise<string[]> {
  const untagged = await tx.$queryRaw<{ id: string; tag: string }[]>`
    delete from crm_lead_tags tagged using crm_tags tag
    where tagged.lead_id = any (${leadIds}::uuid[]) and tagged.tag_id = ${tagId}::uuid and tag.id = tagged.tag_id
    returning tagged.lead_id as id, tag.name as tag`;
  await recordEvents(
    tx,
    untagged.map(({ id, tag }) => ({
      leadId: id,
      userId: session.userId,
      type: "tag_removed",
      details: { tag },
    })),
  );
  return untagged.map(({ id }) => id);
}

async function findOrCreateTag(
  tx: Transaction,
  session: Session,
  wanted: AddTagRequest["tag"],
): Promise<{ id: string; name: string }> {
  const workspaceId = session.workspace.id;
  if ("name" in wanted) await createTag(tx, workspaceId, wanted);
  const [tag] = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from crm_tags where workspace_id = ${workspaceId}::uuid
      and (id = ${"id" in wanted ? wanted.id : null}::uuid or lower(name) = lower(${"name" in wanted ? wanted.name : null}))`;
  if (!tag) throw new UserError("notFoundTag");
  return tag;
}

/** How many tags a workspace may have: they stand in everyone's filters. The database keeps to it. */
const tagsLimit = 300;

async function createTag(
  tx: Transaction,
  workspaceId: string,
  { name, color }: { name: string; color: string },
): Promise<void> {
  try {
    await tx.$executeRaw`
      insert into crm_tags (workspace_id, name, color) values (${workspaceId}::uuid, ${name}, ${color})
      on conflict do nothing`;
  } catch (error) {
    if (isLimitExceeded(error)) throw new UserError("tooManyTags", { values: { limit: tagsLimit } });
    throw error;
  }
}
