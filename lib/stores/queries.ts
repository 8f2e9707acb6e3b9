import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countRows } from "#lib/base/list/count.ts";
import { type Count, countedUpTo } from "#lib/base/list/page.ts";
import { readReason, type ShownReason } from "#lib/platforms/reason.ts";
import type { StoreAnswers } from "#lib/stores/answers.ts";
import { countDays, type DayOfDeliveries, findSilences, type Silence } from "#lib/stores/health.ts";
import type { Refusal, StoreFault, StoreType } from "#lib/stores/model.ts";
import { findAnswers, findQuestions, type ShownAnswers, type StoreQuestions } from "#lib/stores/questions.ts";

/** A store as its settings show it; never its secrets. */
export interface StoreRow {
  id: string;
  name: string;
  type: StoreType;
  domain: string;
  isActive: boolean;
  pausedReason: string | null;
  owner: { id: string; name: string };
  codGateways: string[];
  defaultCountry: string | null;
  lastDeliveryAt: Date | null;
  pingedAt: Date | null;
  signatureFailedAt: Date | null;
  /** Why that was, where it was looked into. */
  refusal: Refusal | null;
  /** How many were refused since the last one that was not; a burst counts once. */
  refusals: number;
  secretChangedAt: Date | null;
  /** When the present secret last signed. */
  secretUsedAt: Date | null;
  /** Until when the secret before counts too; null when it counts no more. */
  previousSecretUntil: Date | null;
  previousSecretUsedAt: Date | null;
  /** What the shop sends in place of orders, and since when. */
  storeError: StoreFault | null;
  storeErrorAt: Date | null;
  /** When a large delivery was turned away because the store had sent too much; null once a week has passed since. */
  turnedAwayAt: Date | null;
  failedDeliveries: number;
  /** Nothing has come for unusually long; null when something has, or nothing need have. */
  silence: Silence | null;
  createdAt: Date;
  removedAt: Date | null;
}

const select = {
  id: true,
  name: true,
  type: true,
  domain: true,
  isActive: true,
  pausedReason: true,
  user: { select: { id: true, name: true } },
  codGateways: true,
  paymentMethods: true,
  statusMap: true,
  appliedAnswers: true,
  defaultCountry: true,
  lastDeliveryAt: true,
  resumedAt: true,
  pingedAt: true,
  signatureFailedAt: true,
  refusal: true,
  refusals: true,
  secretChangedAt: true,
  secretUsedAt: true,
  previousSecretUntil: true,
  previousSecretUsedAt: true,
  storeError: true,
  storeErrorAt: true,
  turnedAwayAt: true,
  createdAt: true,
  removedAt: true,
  _count: { select: { deliveries: { where: { status: "failed" } } } },
} satisfies Prisma.IntegrationSelect;

type StoredStore = Prisma.IntegrationGetPayload<{ select: typeof select }>;

function toRow({ user, _count, ...store }: StoredStore, silences: Map<string, Silence>): StoreRow {
  const {
    paymentMethods: _methods,
    statusMap: _statuses,
    appliedAnswers: _applied,
    resumedAt: _resumed,
    ...row
  } = store;
  return {
    ...row,
    type: store.type as StoreType,
    storeError: store.storeError as StoreFault | null,
    refusal: store.refusal as unknown as Refusal | null,
    previousSecretUntil: isToCome(store.previousSecretUntil) ? store.previousSecretUntil : null,
    turnedAwayAt: isRecent(store.turnedAwayAt) ? store.turnedAwayAt : null,
    owner: user,
    failedDeliveries: _count.deliveries,
    silence: silences.get(store.id) ?? null,
  };
}

/** By then whatever was turned away has been sent again, or looked for. Milliseconds. */
const longestNews = 7 * 86_400_000;

function isRecent(date: Date | null): boolean {
  return date !== null && Date.now() - date.getTime() < longestNews;
}

function isToCome(date: Date | null): boolean {
  return date !== null && date.getTime() > Date.now();
}

/** The owner's answers, whose shapes are what the database's CHECKs let in. */
function answersOf({ codGateways, paymentMethods, statusMap }: StoredStore): StoreAnswers {
  return { codGateways, paymentMethods, statusMap } as StoreAnswers;
}

/** A store of the list, with how much Astra asks about it. */
export interface ListedStore extends StoreRow {
  questions: number;
}

/** The stores whose settings the person may see, newest first. */
export async function listStores(session: Session): Promise<ListedStore[]> {
  return forUser(session, async (tx) => {
    const stores = await tx.integration.findMany({
      where: { workspaceId: session.workspace.id, removedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select,
    });
    const answered = stores.map((store) => ({ id: store.id, ...answersOf(store) }));
    const questions = await findQuestions(tx, answered);
    const silences = await findSilences(tx, session, stores);
    return stores.map((store) => {
      const { payments = [], statuses = [] } = questions.get(store.id) ?? {};
      return { ...toRow(store, silences), questions: payments.length + statuses.length };
    });
  });
}

/** A store that was removed: what came of it bears its name. */
export interface RemovedStore {
  id: string;
  name: string;
  domain: string;
  removedAt: Date;
}

/** What a store was called and where it is, to connect it again; null when it was not removed, or is not the person's to see. */
export async function findRemovedStore(
  session: Session,
  id: string,
): Promise<{ type: StoreType; name: string; domain: string } | null> {
  const store = await forUser(session, (tx) =>
    tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id, removedAt: { not: null } },
      select: { type: true, name: true, domain: true },
    }),
  );
  return store && { ...store, type: store.type as StoreType };
}

const shownRemoved = 50;

/** The stores that were removed, of those whose settings the person may see, the last ones first. */
export async function listRemovedStores(session: Session): Promise<RemovedStore[]> {
  const stores = await forUser(session, (tx) =>
    tx.integration.findMany({
      where: { workspaceId: session.workspace.id, removedAt: { not: null } },
      orderBy: [{ removedAt: "desc" }, { id: "desc" }],
      take: shownRemoved,
      select: { id: true, name: true, domain: true, removedAt: true },
    }),
  );
  return stores.flatMap(({ removedAt, ...store }) => (removedAt ? { ...store, removedAt } : []));
}

/** A delivery as a store's settings list it, without its payload. */
export interface DeliveryRow {
  id: string;
  topic: string;
  status: "received" | "processed" | "ignored" | "failed";
  reason: ShownReason | null;
  attempts: number;
  /** The fields of the payload that were left out because nobody understood them. */
  notUnderstood: string[];
  receivedAt: Date;
}

/** How many deliveries a store's page lists, and how many of them may be failed ones: what came since must be seen, too. */
const shownDeliveries = 20;
const shownFailed = 5;

/** One store as its own page shows it. */
export interface StorePage {
  store: StoreRow;
  /** What came on each of the last thirty days. */
  days: DayOfDeliveries[];
  deliveries: DeliveryRow[];
  /** How many deliveries failed. */
  failed: Count;
  questions: StoreQuestions;
  answers: ShownAnswers;
  /** Whether past orders are yet to be read again by what the owner says now. */
  isApplying: boolean;
  /** The newest order that came. */
  lastOrder: { number: string; orderedAt: Date } | null;
}

/** One store with its deliveries, a few failed ones first, then newest first; null when there is none that the person may see. */
export async function getStore(session: Session, id: string): Promise<StorePage | null> {
  return forUser(session, async (tx) => {
    const store = await tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id },
      select,
    });
    if (!store) return null;
    const answers = answersOf(store);
    const answered = { id, ...answers };
    const nothing: StoreQuestions = { payments: [], statuses: [] };
    // Nobody answers for a store that was removed.
    const questions = store.removedAt ? nothing : ((await findQuestions(tx, [answered])).get(id) ?? nothing);
    return {
      store: toRow(store, await findSilences(tx, session, [store])),
      days: await countDays(tx, session, id),
      deliveries: await listDeliveries(tx, id),
      failed: await countRows(
        tx,
        Prisma.sql`select 1 from webhook_deliveries
          where integration_id = ${id}::uuid and status = 'failed' limit ${countedUpTo + 1}`,
      ),
      questions,
      answers: await findAnswers(tx, answered),
      isApplying: !store.removedAt && !isDeepStrictEqual(store.appliedAnswers, answers),
      lastOrder: await findLastOrder(tx, id),
    };
  });
}

async function findLastOrder(tx: Transaction, integrationId: string) {
  const order = await tx.order.findFirst({
    where: { integrationId },
    orderBy: [{ orderCreatedAt: "desc" }, { id: "desc" }],
    select: { orderNumber: true, orderCreatedAt: true },
  });
  return order && { number: order.orderNumber, orderedAt: order.orderCreatedAt };
}

async function listDeliveries(tx: Transaction, integrationId: string): Promise<DeliveryRow[]> {
  const failed = await selectDeliveries(tx, { integrationId, status: "failed" }, shownFailed);
  const others = await selectDeliveries(
    tx,
    { integrationId, status: { not: "failed" } },
    shownDeliveries - failed.length,
  );
  return [...failed, ...others].map(({ status, error, ...delivery }) => ({
    ...delivery,
    status: status as DeliveryRow["status"],
    reason: readReason(error),
  }));
}

function selectDeliveries(tx: Transaction, where: Prisma.WebhookDeliveryWhereInput, take: number) {
  return tx.webhookDelivery.findMany({
    where,
    orderBy: { receivedAt: "desc" },
    take,
    select: {
      id: true,
      topic: true,
      status: true,
      error: true,
      attempts: true,
      notUnderstood: true,
      receivedAt: true,
    },
  });
}

/** The members who can own a store, by name: for an admin who connects one for somebody. */
export async function listPossibleOwners(session: Session): Promise<{ id: string; name: string }[]> {
  const members = await forUser(session, (tx) =>
    tx.membership.findMany({
      where: {
        workspaceId: session.workspace.id,
        isActive: true,
        role: { in: ["admin", "manager", "seller"] },
      },
      select: { user: { select: { id: true, name: true } } },
    }),
  );
  const { compare } = new Intl.Collator(session.locale);
  return members.map((member) => member.user).sort((one, other) => compare(one.name, other.name));
}
