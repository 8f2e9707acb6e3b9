import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { type NewMail, queueMail } from "#lib/mail/queue.ts";
import { sendMail } from "#lib/mail/send.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { bodyOf, headerOf, type MailServer, startMailServer } from "#tests/support/mail-server.ts";
import { createWorkspace, randomName } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

let server: MailServer;
let person: Member;

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: "Astra <astra@lumea.example>" });
  person = await signIn(await createWorkspace(), "seller", "Nina Șerban");
  return () => server.stop();
});

function passwordMail(to = `${randomName()}@example.com`): NewMail<"password"> {
  const link = `http://127.0.0.1/auth/confirm?token_hash=${randomName()}`;
  return { to, locale: "en", template: "password", data: { name: person.name, email: to, link } };
}

/** Puts a mail up, and answers its id and row. */
async function putUp(mail: NewMail<"password"> = passwordMail()): Promise<string> {
  return forSystem(async (tx) => {
    await queueMail(tx, { ...mail, userId: person.userId });
    const { id } = await tx.mail.findFirstOrThrow({ orderBy: { createdAt: "desc" }, select: { id: true } });
    return id;
  });
}

async function rowOf(id: string) {
  const [row] = await asOwner("select * from mails where id = $1", [id]);
  return row;
}

async function jobsOf(id: string): Promise<number> {
  const rows = await asOwner("select from graphile_worker.jobs where key = $1", [`send-mail:${id}`]);
  return rows.length;
}

/** As if so much time had passed for a mail that waits. */
async function pass(id: string, minutes: number): Promise<void> {
  await asOwner(
    "update mails set next_attempt_at = next_attempt_at - make_interval(mins => $2), expires_at = expires_at - make_interval(mins => $2) where id = $1",
    [id, minutes],
  );
}

describe("a mail is put up", () => {
  test("before the summaries of everybody, and invitations between them", async () => {
    const priorityOf = async (template: string, invitationId: string | null = null) => {
      const id = randomUUID();
      await asOwner(
        "select astra.queue_mail($1, $2, 'en', 'sealed', now() + interval '1 hour', null, $3, $4)",
        [id, template, invitationId, `once ${id}`],
      );
      const [job] = await asOwner(
        "select priority from graphile_worker.jobs where key = 'send-mail:' || $1",
        [id],
      );
      return job?.priority;
    };
    const [invitation] = await asOwner<{ id: string }>(
      `insert into invitations (workspace_id, email, name, role, token_hash, invited_by_id)
       values ($1, $2, 'Nina', 'seller', $3, $4) returning id`,
      [
        person.workspace.id,
        `${randomName()}@example.com`,
        randomBytes(32).toString("base64url"),
        person.userId,
      ],
    );
    expect(await priorityOf("password")).toBe(0);
    expect(await priorityOf("newDevice")).toBe(0);
    expect(await priorityOf("invitation", invitation?.id)).toBe(5);
    expect(await priorityOf("daySummary")).toBe(10);
  });

  test("with its job, and leaves through the mail server in the words of its person", async () => {
    const mail = passwordMail();
    const id = await putUp(mail);
    expect(await jobsOf(id)).toBe(1);
    expect(await sendMail(id)).toBeNull();
    const [arrived, ...others] = server.mailsTo(mail.to);
    expect(others).toEqual([]);
    if (!arrived) throw new Error("No mail arrived.");
    expect(headerOf(arrived, "From")).toBe("Astra <astra@lumea.example>");
    expect(headerOf(arrived, "To")).toBe(mail.to);
    expect(headerOf(arrived, "Subject")).toBe("Set a new password for Astra");
    expect(headerOf(arrived, "Message-ID")).toBe(`<${id}@lumea.example>`);
    expect(headerOf(arrived, "Auto-Submitted")).toBe("auto-generated");
    const body = bodyOf(arrived);
    expect(body).toContain("Content-Type: text/plain");
    expect(body).toContain("Content-Type: text/html");
    expect(body).toContain("Hello Nina Șerban,");
    expect(body).toContain(mail.data.link);
  });

  test("in the transaction that causes it: what is undone is not mailed", async () => {
    const before = await asOwner("select from mails");
    const undone = forSystem(async (tx) => {
      expect(await queueMail(tx, passwordMail())).toBe(true);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await asOwner("select from mails")).toHaveLength(before.length);
  });

  test("by a person as by the system, but not for somebody else's account, nor in the name of what is sent once", async () => {
    const asPersonOf = (more: Partial<NewMail<"password">>) =>
      forUser(person, (tx) => queueMail(tx, { ...passwordMail(), ...more }));
    expect(await asPersonOf({})).toBe(true);
    expect(await asPersonOf({ userId: person.userId })).toBe(true);
    const other = await signIn(await createWorkspace(), "seller");
    await expect(asPersonOf({ userId: other.userId })).rejects.toThrow("of the own account");
    await expect(asPersonOf({ once: `summary ${other.userId}` })).rejects.toThrow("under no name");
  });

  test("by nobody for an invitation of others", async () => {
    const stranger = await signIn(await createWorkspace(), "admin");
    const [invitation] = await asOwner<{ id: string }>(
      `insert into invitations (workspace_id, email, name, role, token_hash, invited_by_id)
       values ($1, $2, 'Nina', 'seller', $3, $4) returning id`,
      [stranger.workspace.id, `${randomName()}@example.com`, "t".repeat(43), stranger.userId],
    );
    const asPersonOfOthers = forUser(person, (tx) =>
      queueMail(tx, { ...passwordMail(), invitationId: invitation?.id ?? "" }),
    );
    await expect(asPersonOfOthers).rejects.toThrow("not yours to mail");
  });

  test("once under one name, however many do so at once", async () => {
    const once = `summary ${randomName()}`;
    const tries = Array.from({ length: 5 }, () =>
      forSystem((tx) => queueMail(tx, { ...passwordMail(), once })),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  test("only when it can be written", async () => {
    const broken = { ...passwordMail(), data: { name: "Nina", email: "nina@example.com", link: "no link" } };
    await expect(forSystem((tx) => queueMail(tx, broken))).rejects.toThrow();
  });
});

describe("to whom a mail is and what it says", () => {
  test("is sealed while it waits, and gone once it is settled", async () => {
    const mail = passwordMail();
    const id = await putUp(mail);
    expect(JSON.stringify(await rowOf(id))).not.toMatch(new RegExp(`${mail.to}|token_hash|Nina`));
    await sendMail(id);
    expect(await rowOf(id)).toMatchObject({ state: "sent", sealed: null, next_attempt_at: null });
  });

  test("can't be read as another mail's", async () => {
    const [one, other] = [await putUp(), await putUp()];
    await asOwner("update mails set sealed = (select sealed from mails where id = $1) where id = $2", [
      one,
      other,
    ]);
    expect(await sendMail(other)).toMatchObject({ retryAt: expect.any(Date) });
    expect(await rowOf(other)).toMatchObject({ state: "waiting", error_code: "unknown" });
  });

  test("is no person's to read: a member sees not one mail, an account of its own neither", async () => {
    await putUp();
    const seen = await asPerson(person.userId, (query) => query("select id from mails"));
    expect(seen.rowCount).toBe(0);
    const sealed = asPerson(person.userId, (query) => query("select sealed from mails"));
    await expect(sealed).rejects.toThrow("permission denied");
  });

  test("goes with the account, and what became of it after a month", async () => {
    const [old, young] = [await putUp(), await putUp()];
    await sendMail(old);
    await sendMail(young);
    await asOwner("update mails set settled_at = now() - interval '31 days' where id = $1", [old]);
    await cleanUp();
    expect(await rowOf(old)).toBeUndefined();
    expect(await rowOf(young)).toBeDefined();
  });
});

describe("a mail that is not taken", () => {
  test("is tried again with growing pauses while the server is busy, and leaves when it no longer is", async () => {
    const mail = passwordMail();
    const id = await putUp(mail);
    server.refuse(mail.to, 451);
    const first = await sendMail(id);
    const waits = (first?.retryAt.getTime() ?? 0) - Date.now();
    expect(waits).toBeGreaterThan(30_000);
    expect(waits).toBeLessThanOrEqual(60_000);
    expect(await rowOf(id)).toMatchObject({ state: "waiting", attempts: 1, error_code: "serverBusy" });
    // Too early nothing is tried.
    expect(await sendMail(id)).toEqual(first);
    expect(await rowOf(id)).toMatchObject({ attempts: 1 });
    await pass(id, 1);
    const second = await sendMail(id);
    expect((second?.retryAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(4 * 60_000);
    server.refuse(mail.to, null);
    await pass(id, 5);
    expect(await sendMail(id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 3, error_code: null });
    expect(server.mailsTo(mail.to)).toHaveLength(1);
  });

  test("because there is no such address is not tried again", async () => {
    const mail = passwordMail();
    const id = await putUp(mail);
    server.refuse(mail.to, 550);
    expect(await sendMail(id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ state: "refused", error_code: "addressRefused", sealed: null });
    server.refuse(mail.to, null);
    expect(await sendMail(id)).toBeNull();
    expect(server.mailsTo(mail.to)).toEqual([]);
  });

  test("in all its attempts is given up", async () => {
    const mail = passwordMail();
    const id = await putUp(mail);
    server.refuse(mail.to, 450);
    await asOwner("update mails set attempts = 7, expires_at = now() + interval '1 day' where id = $1", [id]);
    expect(await sendMail(id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ state: "failed", error_code: "serverBusy", sealed: null });
  });

  test("in time is of no use later", async () => {
    const mail = passwordMail();
    const id = await putUp(mail);
    await pass(id, 61);
    expect(await sendMail(id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ state: "expired", sealed: null });
    expect(server.mailsTo(mail.to)).toEqual([]);
  });
});

test("of two workers that take a mail at once, one sends it", async () => {
  const mail = passwordMail();
  const id = await putUp(mail);
  const results = await Promise.all([sendMail(id), sendMail(id), sendMail(id)]);
  expect(server.mailsTo(mail.to)).toHaveLength(1);
  expect(results.filter((result) => result === null).length).toBeGreaterThan(0);
  expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 1 });
});

test("a worker that dies while it sends leaves the mail to the next, after a while", async () => {
  const mail = passwordMail();
  const id = await putUp(mail);
  // As the row stands in the middle of an attempt.
  await asOwner(
    "update mails set attempts = 1, next_attempt_at = now() + interval '5 minutes' where id = $1",
    [id],
  );
  const later = await sendMail(id);
  expect((later?.retryAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(4 * 60_000);
  expect(server.mailsTo(mail.to)).toEqual([]);
  await pass(id, 5);
  expect(await sendMail(id)).toBeNull();
  expect(server.mailsTo(mail.to)).toHaveLength(1);
});
