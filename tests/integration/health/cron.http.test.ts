import { beforeAll, describe, expect, test } from "vitest";
import { countOf } from "#tests/integration/resilience/counts.ts";
import { whileLeadsFail } from "#tests/integration/resilience/failing-leads.ts";
import { type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { createSeller, placeOrder } from "#tests/integration/resilience/sellers.ts";

let astra: Installation;

beforeAll(async () => {
  astra = await startInstallation();
  return () => astra.stop();
});

function callCron(authorization?: string): Promise<Response> {
  return fetch(`${astra.app.url}/api/cron`, { headers: authorization ? { authorization } : {} });
}

describe("/api/cron", () => {
  test("is for the scheduler alone", async () => {
    const { CRON_SECRET = "" } = astra.settings;
    const wrong = [undefined, "", "Bearer ", CRON_SECRET, `Bearer ${CRON_SECRET}x`, `Basic ${CRON_SECRET}`];
    for (const authorization of wrong) expect((await callCron(authorization)).status).toBe(401);
  });

  test("works off the deliveries and the jobs that wait", async () => {
    const seller = await createSeller(astra);
    await placeOrder(astra, seller);
    await whileLeadsFail(astra, async () => {
      await placeOrder(astra, seller);
    });
    await astra.sql("update webhook_deliveries set next_attempt_at = now() where status = 'failed'");
    expect(await countOf(astra, seller)).toMatchObject({ deliveries: 2, leads: 1, jobs: 1 });

    const response = await callCron(`Bearer ${astra.settings.CRON_SECRET}`);
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { deliveries: 1 },
    });
    expect(await countOf(astra, seller)).toMatchObject({ leads: 2, jobs: 0, alertsSent: 2 });
    expect(astra.telegram.messagesTo(seller.chatId)).toHaveLength(2);
  });
});
