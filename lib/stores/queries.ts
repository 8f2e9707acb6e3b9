import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import type { StoreAnswers } from "#lib/stores/answers.ts";
import type { StoreFault, StoreType } from "#lib/stores/model.ts";
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
  secretChangedAt: Date | null;
  /** What the shop sends in place of orders, and since when. */
  storeError: StoreFault | null;
  storeErrorAt: Date | null;
  /** When a large delivery was turned away because the store had sent too much; null once a week has passed since. */
  turnedAwayAt: Date | null;
  failedDeliveries: number;
  createdAt: Date;
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
  pingedAt: true,
  signatureFailedAt: true,
  secretChangedAt: true,
  storeError: true,
  storeErrorAt: true,
  turnedAwayAt: true,
  createdAt: true,
  _count: { select: { deliveries: { where: { status: "failed" } } } },
} satisfies Prisma.IntegrationSelect;

type StoredStore = Prisma.IntegrationGetPayload<{ select: typeof select }>;

function toRow({ user, _count, ...store }: StoredStore): StoreRow {
  const { paymentMethods: _methods, statusMap: _statuses, appliedAnswers: _applied, ...row } = store;
  return {
    ...row,
    type: store.type as StoreType,
    storeError: store.storeError as StoreFault | null,
    turnedAwayAt: isRecent(store.turnedAwayAt) ? store.turnedAwayAt : null,
    owner: user,
    failedDeliveries: _count.deliveries,
  };
}

/** By then whatever was turned away has been sent again, or looked for. Milliseconds. */
const longestNews = 7 * 86_400_000;

function isRecent(date: Date | null): boolean {
  return date !== null && Date.now() - date.getTime() < longestNews;
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
      where: { workspaceId: session.workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select,
    });
    const answered = stores.map((store) => ({ id: store.id, ...answersOf(store) }));
    const questions = await findQuestions(tx, answered);
    return stores.map((store) => {
      const { payments = [], statuses = [] } = questions.get(store.id) ?? {};
      return { ...toRow(store), questions: payments.length + statuses.length };
    });
  });
}

/** A delivery as a store's settings list it, without its payload. */
export interface DeliveryRow {
  id: string;
  topic: string;
  status: "received" | "processed" | "ignored" | "failed";
  error: string | null;
  attempts: number;
  /** The fields of the payload that were left out because nobody understood them. */
  notUnderstood: string[];
  receivedAt: Date;
}

const shownDeliveries = 20;

/** One store as its own page shows it. */
export interface StorePage {
  store: StoreRow;
  deliveries: DeliveryRow[];
  questions: StoreQuestions;
  answers: ShownAnswers;
  /** Whether past orders are yet to be read again by what the owner says now. */
  isApplying: boolean;
  /** The newest order that came. */
  lastOrder: { number: string; orderedAt: Date } | null;
}

/** One store with its deliveries, failed ones first, then newest first; null when there is none that the person may see. */
export async function getStore(session: Session, id: string): Promise<StorePage | null> {
  return forUser(session, async (tx) => {
    const store = await tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id },
      select,
    });
    if (!store) return null;
    const answers = answersOf(store);
    const answered = { id, ...answers };
    const questions = (await findQuestions(tx, [answered])).get(id) ?? { payments: [], statuses: [] };
    return {
      store: toRow(store),
      deliveries: await listDeliveries(tx, id),
      questions,
      answers: await findAnswers(tx, answered),
      isApplying: !isDeepStrictEqual(store.appliedAnswers, answers),
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
  const failed = await selectDeliveries(tx, { integrationId, status: "failed" });
  const others = await selectDeliveries(tx, { integrationId, status: { not: "failed" } });
  return [...failed, ...others].slice(0, shownDeliveries) as DeliveryRow[];
}

function selectDeliveries(tx: Transaction, where: Prisma.WebhookDeliveryWhereInput) {
  return tx.webhookDelivery.findMany({
    where,
    orderBy: { receivedAt: "desc" },
    take: shownDeliveries,
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
      orderBy: { user: { name: "asc" } },
      select: { user: { select: { id: true, name: true } } },
    }),
  );
  return members.map((member) => member.user);
}
