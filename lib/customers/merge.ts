import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { isSameName } from "#lib/base/text/names.ts";
import type { MergePart } from "#lib/customers/model.ts";
import { withPhoneWritten } from "#lib/customers/phone.ts";
import type { MergeRequest } from "#lib/customers/schema.ts";
import { announce } from "#lib/sales/events.ts";
import { matchCustomers } from "#lib/sales/search/matches.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";

/** One of the two customers of a merge; its address in parts. */
export interface MergeSide {
  id: string;
  createdAt: Date;
  name: string | null;
  email: string | null;
  phone: string | null;
  address: {
    street: string | null;
    city: string | null;
    region: string | null;
    zip: string | null;
    country: string | null;
  };
}

/** What a merge would do: what each side has, what would move, and which parts have to be chosen between. */
export interface MergePreview {
  kept: MergeSide;
  merged: MergeSide;
  orders: number;
  leads: number;
  conflicts: MergePart[];
  /** Whether neither name nor phone nor e-mail says that they are one person. */
  areStrangers: boolean;
}

const select = {
  id: true,
  createdAt: true,
  mergedIntoId: true,
  name: true,
  email: true,
  phone: true,
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
} as const;

/** A customer who may be the same person as another. */
export interface MergeCandidate {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

const shownCandidates = 8;

/** Customers that a search finds beside one; without a text, those who share the phone of that one. */
export async function findToMerge(
  session: Session,
  { keptId, text }: { keptId: string; text: string },
): Promise<MergeCandidate[]> {
  return forUser(session, async (tx) => {
    const matches = await matchCustomers(tx, session, text);
    const isAsked =
      matches?.condition ??
      Prisma.sql`customer.phone = (select kept.phone from customers kept where kept.id = ${keptId}::uuid)`;
    const found = await tx.$queryRaw<MergeCandidate[]>`
      select customer.id, customer.name, customer.email, customer.phone from customers customer
      where customer.workspace_id = ${session.workspace.id}::uuid and customer.merged_into_id is null
        and customer.id <> ${keptId}::uuid and ${isAsked}
      order by customer.created_at desc, customer.id desc limit ${shownCandidates}`;
    return found.map(withPhoneWritten);
  });
}

/**
 * What would come of merging two customers.
 *
 * @throws UserError when they are one and the same, one of them is not there, or was merged already
 */
export function previewMerge(
  session: Session,
  pair: { keptId: string; mergedId: string },
): Promise<MergePreview> {
  return forUser(session, async (tx) => {
    const [kept, merged] = await findPair(tx, session, pair);
    const orders = await tx.order.count({ where: { customerId: merged.id } });
    const leads = await tx.lead.count({ where: { customerId: merged.id } });
    return {
      kept: withPhoneWritten(kept),
      merged: withPhoneWritten(merged),
      orders,
      leads,
      conflicts: conflictsOf(kept, merged),
      areStrangers: areStrangers(kept, merged),
    };
  });
}

/**
 * Makes one customer of two: orders and leads move to the one that is kept, its sellers' figures are counted anew, every moved lead's
 * timeline says so, and the other one stays as a sign that leads on.
 *
 * @throws UserError as `previewMerge` does
 */
export function mergeCustomers(
  session: Session,
  request: MergeRequest,
): Promise<{ leads: number; mergeId: string }> {
  return forUser(session, async (tx) => {
    const [kept, merged] = await findPair(tx, session, request);
    const moved = await tx.$queryRaw<{ id: string }[]>`
      select id from astra.merge_customers(${kept.id}::uuid, ${merged.id}::uuid, ${request.taken}::text[]) as id`;
    // No names: the sellers of the leads may each know one of the two by what their own shops said.
    const details = { fromId: merged.id };
    await recordEvents(
      tx,
      moved.map(({ id }) => ({ leadId: id, userId: session.userId, type: "customer_merged", details })),
    );
    await announce(tx, [
      {
        workspaceId: session.workspace.id,
        type: "customer:merged",
        subjects: { customerId: kept.id, mergedId: merged.id },
        details: {},
      },
    ]);
    const [merge] = await tx.$queryRaw<{ id: string }[]>`
      select id from customer_merges where kept_id = ${kept.id}::uuid and merged_id = ${merged.id}::uuid and undone_at is null`;
    if (!merge) throw new Error("The database kept no way back from the merge.");
    return { leads: moved.length, mergeId: merge.id };
  });
}

async function findPair(
  tx: Transaction,
  session: Session,
  { keptId, mergedId }: { keptId: string; mergedId: string },
): Promise<[MergeSide, MergeSide]> {
  if (keptId === mergedId) throw new UserError("mergeWithItself");
  const found = await tx.customer.findMany({
    where: { id: { in: [keptId, mergedId] }, workspaceId: session.workspace.id },
    select,
  });
  const side = (id: string): MergeSide => {
    const customer = found.find((one) => one.id === id);
    if (!customer) throw new UserError("notFoundCustomer");
    if (customer.mergedIntoId) throw new UserError("mergedAlready");
    const { createdAt, name, email, phone, street, city, region, zip, country } = customer;
    return { id, createdAt, name, email, phone, address: { street, city, region, zip, country } };
  };
  return [side(keptId), side(mergedId)];
}

/** The parts that both have, and not the same: one has to win. */
function conflictsOf(kept: MergeSide, merged: MergeSide): MergePart[] {
  const one = textsOf(kept);
  const other = textsOf(merged);
  const parts: MergePart[] = ["name", "email", "phone", "address"];
  return parts.filter((part) => one[part] && other[part] && one[part] !== other[part]);
}

/** Whether nothing that tells who somebody is agrees, as far as both have it. */
function areStrangers(kept: MergeSide, merged: MergeSide): boolean {
  const isSame = (one: string | null, other: string | null) =>
    one !== null && one.toLowerCase() === other?.toLowerCase();
  const isNamedAlike = kept.name !== null && merged.name !== null && isSameName(kept.name, merged.name);
  return !isNamedAlike && !isSame(kept.phone, merged.phone) && !isSame(kept.email, merged.email);
}

function textsOf({ name, email, phone, address }: MergeSide): Record<MergePart, string | null> {
  return {
    name,
    email: email?.toLowerCase() ?? null,
    phone,
    address: Object.values(address).filter(Boolean).join("\n"),
  };
}
