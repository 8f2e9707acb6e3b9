import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { seal } from "#lib/base/secrets/seal.ts";
import { boundTo } from "#lib/mail/queue.ts";
import { unsubscribeToken } from "#lib/summary/unsubscribe.ts";
import { type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { bodyOf, headerOf, type MailServer, startMailServer } from "#tests/support/mail-server.ts";
import { randomName } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";

// An Astra with a mail server, and two workers as they run.

let server: MailServer;
let astra: Installation;

beforeAll(async () => {
  server = await startMailServer();
  astra = await startInstallation({ SMTP_URL: server.url, MAIL_FROM: "Astra <astra@lumea.example>" });
  astra.startWorker();
  astra.startWorker();
  return async () => {
    await astra.stop();
    await server.stop();
  };
});

/** Puts a mail up in the installation's database, as its app would. */
async function putUp(to: string): Promise<string> {
  const id = randomUUID();
  const link = `${astra.settings.APP_URL}/auth/confirm?token_hash=${randomName()}`;
  const sealed = seal(
    JSON.stringify({ to, data: { name: "Nina", email: to, link } }),
    boundTo(id, "password"),
  );
  await astra.sql(
    "select astra.queue_mail($1, 'password', 'en', $2, now() + interval '1 hour', null, null, null)",
    [id, sealed],
  );
  return id;
}

async function stateOf(id: string): Promise<string | undefined> {
  const [row] = await astra.sql<{ state: string }>("select state from mails where id = $1", [id]);
  return row?.state;
}

describe("the workers", () => {
  test("send each of many mails once", async () => {
    const people = Array.from({ length: 12 }, () => `${randomName()}@example.com`);
    const ids = await Promise.all(people.map(putUp));
    await until("all mails", async () =>
      (await Promise.all(ids.map(stateOf))).every((state) => state === "sent"),
    );
    for (const [index, address] of people.entries()) {
      const [mail, ...others] = server.mailsTo(address);
      if (!mail) throw new Error("A mail is missing.");
      expect(others).toEqual([]);
      expect(headerOf(mail, "Message-ID")).toBe(`<${ids[index]}@lumea.example>`);
      expect(bodyOf(mail)).toContain("Set a new password");
    }
  });

  test("try again what the server was too busy for, and never what it refuses", async () => {
    const [busy, wrong] = [`${randomName()}@example.com`, `${randomName()}@example.com`];
    server.refuse(busy, 451);
    server.refuse(wrong, 550);
    const [waiting, refused] = [await putUp(busy), await putUp(wrong)];
    await until("the refusal", async () => (await stateOf(refused)) === "refused");
    const attempts = () =>
      astra.sql("select attempts, error_code from mails where id = $1 and attempts = 1", [waiting]);
    await until("the first attempt", async () => (await attempts()).length === 1);
    server.refuse(busy, null);
    await astra.sql("update mails set next_attempt_at = now() where id = $1", [waiting]);
    await until("the job to wait again", async () => {
      const jobs = await astra.sql(
        "select id from graphile_worker.jobs where key = $1 and locked_at is null",
        [`send-mail:${waiting}`],
      );
      if (jobs.length === 1)
        await astra.sql("select graphile_worker.reschedule_jobs($1::bigint[], run_at := now())", [
          jobs.map(({ id }) => id),
        ]);
      return jobs.length === 1;
    });
    await until("the mail", async () => (await stateOf(waiting)) === "sent");
    expect(server.mailsTo(busy)).toHaveLength(1);
    expect(server.mailsTo(wrong)).toEqual([]);
  });
});

test("kept mails are nobody's to see where a mail server sends them", async () => {
  const { status } = await rawRequest(`${astra.settings.APP_URL}/dev/mails`);
  expect(status).toBe(404);
});

describe("the link by which somebody does without summaries", () => {
  const address = (token: string) => `${astra.settings.APP_URL}/api/unsubscribe?token=${token}`;

  test("works by one press in a program for mails, and only signed", async () => {
    const [person] = await astra.sql<{ id: string }>(
      "insert into users (id, name, email) values (gen_random_uuid(), 'Sam', $1) returning id",
      [`${randomName()}@example.com`],
    );
    const userId = person?.id ?? "";
    await astra.sql("insert into user_settings (user_id, summary_mail_hour) values ($1, 7)", [userId]);
    const hour = () =>
      astra.sql("select summary_mail_hour as hour from user_settings where user_id = $1", [userId]);
    const token = unsubscribeToken(userId);
    const forged = `${userId}.${unsubscribeToken(randomUUID()).split(".")[1]}`;
    for (const wrong of [forged, userId, "", `${token}x`])
      expect((await rawRequest(address(wrong), { method: "POST" })).status).toBe(404);
    // Scanners of mails follow links, and press nothing.
    const followed = await rawRequest(address(token));
    expect(followed.status).toBe(303);
    expect(followed.headers.location).toBe(`${astra.settings.APP_URL}/unsubscribe?token=${token}`);
    expect(await hour()).toEqual([{ hour: 7 }]);
    expect((await rawRequest(address(token), { method: "POST" })).status).toBe(204);
    expect(await hour()).toEqual([{ hour: null }]);
  });
});
