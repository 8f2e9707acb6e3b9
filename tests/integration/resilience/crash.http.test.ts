import { beforeAll, describe, expect, test } from "vitest";
import { orderLock } from "#lib/ingest/known.ts";
import { countOf } from "#tests/integration/resilience/counts.ts";
import { connect, type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { createSeller, newOrderId, placeOrder } from "#tests/integration/resilience/sellers.ts";
import { until } from "#tests/integration/resilience/until.ts";

let astra: Installation;

beforeAll(async () => {
  astra = await startInstallation();
  return () => astra.stop();
});

const noAnswer = () => "no answer";
const one = { deliveries: 1, orders: 1, leads: 1, flaws: 0 };

/** Runs `work` while an advisory lock is held, for which others then wait. */
async function whileLocked(name: string, work: () => Promise<void>): Promise<void> {
  const client = await connect(astra.stack.env.DIRECT_URL);
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    await work();
  } finally {
    await client.end();
  }
}

function somebodyWaits(): Promise<unknown> {
  return until("somebody to wait for the lock", async () => {
    return (await astra.sql("select from pg_locks where locktype = 'advisory' and not granted")).length === 1;
  });
}

describe("the app is killed", () => {
  test("between storing and processing: nothing is lost and nothing doubled", async () => {
    const seller = await createSeller(astra);
    const id = newOrderId();
    const delivery = { id, webhookId: id };
    await whileLocked(orderLock({ ...seller.store, workspaceId: seller.workspaceId }, id), async () => {
      const answer = placeOrder(astra, seller, delivery).catch(noAnswer);
      await somebodyWaits();
      await astra.app.kill();
      expect(await answer).toBe("no answer");
    });
    expect(await countOf(astra, seller)).toMatchObject({ deliveries: 1, orders: 0, leads: 0, jobs: 0 });

    await astra.app.restart();
    expect(await placeOrder(astra, seller, delivery)).toMatchObject({ status: 200 });
    const worker = astra.startWorker();
    await until("the alert", () => astra.telegram.messagesTo(seller.chatId).length === 1);
    await until("its note", async () => (await countOf(astra, seller)).alertsSent === 1);
    await worker.stop();
    expect(await countOf(astra, seller)).toEqual({ ...one, jobs: 0, alertsSent: 1 });
    expect(astra.telegram.messagesTo(seller.chatId)).toHaveLength(1);
  });

  test("between commit and answer: the store sends again, and there is one order, one lead, one alert", async () => {
    const seller = await createSeller(astra);
    const delivery = { id: newOrderId(), webhookId: newOrderId() };
    await letCommitsWait();
    await whileLocked(`commit:${seller.store.id}`, async () => {
      const answer = placeOrder(astra, seller, delivery).catch(noAnswer);
      await somebodyWaits();
      await astra.app.kill();
      expect(await answer).toBe("no answer");
    });
    await until("the commit", async () => (await countOf(astra, seller)).leads === 1);

    await astra.app.restart();
    expect(await placeOrder(astra, seller, delivery)).toMatchObject({
      status: 200,
      text: JSON.stringify({ result: "duplicate" }),
    });
    expect(await countOf(astra, seller)).toEqual({ ...one, jobs: 1, alertsSent: 0 });
    const worker = astra.startWorker();
    await until("the note of the alert", async () => (await countOf(astra, seller)).alertsSent === 1);
    await worker.stop();
    expect(await countOf(astra, seller)).toEqual({ ...one, jobs: 0, alertsSent: 1 });
    expect(astra.telegram.messagesTo(seller.chatId)).toHaveLength(1);
  });

  /** From now on the commit of a new lead waits in the database for its store's lock, whatever becomes of the app. */
  async function letCommitsWait(): Promise<void> {
    await astra.sql(`
      create function wait_at_commit() returns trigger language plpgsql as $$ begin
        perform pg_advisory_xact_lock(hashtextextended('commit:' || new.integration_id, 0));
        return null;
      end $$`);
    await astra.sql(`
      create constraint trigger wait_at_commit after insert on crm_leads deferrable initially deferred
      for each row execute function wait_at_commit()`);
  }
});

describe("a worker is killed while Telegram keeps it waiting", () => {
  test("the next worker sends the alert, and the chat's later alerts", async () => {
    const seller = await createSeller(astra);
    astra.telegram.answer(seller.chatId, () => ({ kind: "hang" }));
    await placeOrder(astra, seller);
    await placeOrder(astra, seller);
    const worker = astra.startWorker();
    await until("the first message", () => astra.telegram.messagesTo(seller.chatId).length === 1);
    await worker.kill();
    expect((await countOf(astra, seller)).alertsSent).toBe(0);

    astra.telegram.answer(seller.chatId, () => ({ kind: "ok" }));
    const next = astra.startWorker();
    await until("both alerts", async () => (await countOf(astra, seller)).alertsSent === 2);
    await next.stop();
    expect((await countOf(astra, seller)).jobs).toBe(0);
    // Two answered messages, and the one that was never answered.
    expect(astra.telegram.messagesTo(seller.chatId)).toHaveLength(3);
  });

  test("a worker that goes on takes over the jobs of the dead one, and of nobody else", async () => {
    const seller = await createSeller(astra);
    astra.telegram.answer(seller.chatId, () => ({ kind: "hang" }));
    await placeOrder(astra, seller);
    const busy = astra.startWorker();
    await until("the message", () => astra.telegram.messagesTo(seller.chatId).length === 1);
    const other = astra.startWorker();
    await until("both workers", async () => (await workerLocks()) === 2);
    await unlockJobs();
    expect(await countOf(astra, seller)).toMatchObject({ jobs: 1, alertsSent: 0 });
    expect(astra.telegram.messagesTo(seller.chatId)).toHaveLength(1);

    astra.telegram.answer(seller.chatId, () => ({ kind: "ok" }));
    await busy.kill();
    await unlockJobs();
    await until("the alert", async () => (await countOf(astra, seller)).alertsSent === 1);
    await other.stop();
    expect(astra.telegram.messagesTo(seller.chatId)).toHaveLength(2);
  });

  async function workerLocks(): Promise<number> {
    return (await astra.sql("select from pg_locks where locktype = 'advisory' and granted")).length;
  }

  /** Runs at once what is run every minute. */
  async function unlockJobs(): Promise<void> {
    const task = "unlock-jobs-of-dead-workers";
    await astra.sql("select graphile_worker.add_job($1, job_key := $1)", [task]);
    await until("the job to be done", async () => {
      return (await astra.sql("select from graphile_worker.jobs where key = $1", [task])).length === 0;
    });
  }
});
