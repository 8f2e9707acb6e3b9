import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import { receive } from "#lib/ingest/receive.ts";
import { sign } from "#lib/ingest/signature.ts";
import { sampleOrderId } from "#lib/platforms/platform.ts";
import { platforms } from "#lib/platforms/registry.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";

/** Each is a delivery with all that comes of it, an alert too. */
const perPerson: Limit = { name: "sample-order", points: 20, seconds: 60 * 60 };

/** How long a sample order is waited for that is still being worked in, and how often it is looked for. Milliseconds. */
const patience = 5_000;
const step = 250;

/** A store of the person's that can be sent to. */
interface SampledStore {
  id: string;
  type: StoreType;
  domain: string;
}

/**
 * Sends an order in the name of a store of the person, signed with its secret, through the same reception as its shop's own. It says of itself
 * that it is a test, so neither figures nor stock count it. A store has one at a time: where it is there already, nothing is sent.
 *
 * @returns the lead that came of it
 * @throws UserError when the store is not the person's to edit or is paused, or there were too many
 */
export async function sendSampleOrder(
  session: Session,
  { storeId }: { storeId: string },
): Promise<{ leadId: string }> {
  const store = await findStore(session, storeId);
  const known = await findSampleLead(session, storeId);
  if (known) return { leadId: known };
  const seconds = await consume(perPerson, session.userId);
  if (seconds > 0) throw new UserError("tooManyAttempts", { values: { minutes: Math.ceil(seconds / 60) } });
  const { result } = await receive(store.type, await requestOf(store, session), { isSample: true });
  if (result !== "stored" && result !== "duplicate") throw new UserError("sampleRefused");
  return { leadId: await waitForLead(session, storeId) };
}

/**
 * Removes the sample order of a store, with its lead, its delivery and its buyer.
 *
 * @throws when the store is not the person's to edit
 */
export async function removeSampleOrder(session: Session, { storeId }: { storeId: string }): Promise<void> {
  await findStore(session, storeId, { isToClear: true });
  await forUser(session, (tx) => tx.$executeRaw`select astra.remove_sample_order(${storeId}::uuid)`);
}

/** Puts the first steps away for the person, in this workspace, or takes them out again. */
export async function hideFirstSteps(session: Session, { isHidden }: { isHidden: boolean }): Promise<void> {
  const { userId, workspace } = session;
  const hidden = isHidden ? [workspace.id] : [];
  await forUser(
    session,
    (tx) => tx.$executeRaw`
      insert into user_settings (user_id, first_steps_hidden_in) values (${userId}::uuid, ${hidden}::uuid[])
      on conflict (user_id) do update
      set first_steps_hidden_in = array_remove(user_settings.first_steps_hidden_in, ${workspace.id}::uuid) || ${hidden}::uuid[]`,
  );
}

async function findStore(
  session: Session,
  id: string,
  { isToClear = false }: { isToClear?: boolean } = {},
): Promise<SampledStore> {
  const store = await forUser(session, (tx) =>
    tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id, ...(!isToClear && { removedAt: null }) },
      select: { id: true, type: true, domain: true, isActive: true },
    }),
  );
  if (!store) throw new UserError("notFoundStore");
  if (!store.isActive && !isToClear) throw new UserError("sampleStorePaused");
  return { ...store, type: store.type as StoreType };
}

/** As the shop itself would send it; its secret goes nowhere. */
async function requestOf({ id, type, domain }: SampledStore, session: Session): Promise<Request> {
  const { webhookSecret } = await forSystem((tx) =>
    tx.integrationSecret.findUniqueOrThrow({ where: { integrationId: id }, select: { webhookSecret: true } }),
  );
  const { headers, body } = platforms[type].sampleOrder({
    domain,
    currency: session.workspace.currency,
    now: new Date(),
    sign: (bytes) => sign(decryptSecret(webhookSecret, id), bytes),
  });
  const address = `${env().APP_URL}/api/webhooks/${type}?store=${id}`;
  return new Request(address, { method: "POST", headers, body });
}

async function findSampleLead(session: Session, integrationId: string): Promise<string | null> {
  const lead = await forUser(session, (tx) =>
    tx.lead.findFirst({
      where: { workspaceId: session.workspace.id, order: { integrationId, externalOrderId: sampleOrderId } },
      select: { id: true },
    }),
  );
  return lead?.id ?? null;
}

async function waitForLead(session: Session, storeId: string): Promise<string> {
  for (let waited = 0; waited <= patience; waited += step) {
    const leadId = await findSampleLead(session, storeId);
    if (leadId) return leadId;
    await sleep(step);
  }
  throw new UserError("sampleLate");
}
