import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#lib/base/time/day.ts";
import { dayOf, momentAt } from "#lib/base/time/moment.ts";
import { changeSummaryMail, loadSummaryMailHour } from "#lib/summary/commands.ts";
import { queueDueSummaries } from "#lib/summary/mails.ts";
import { loadDaySummary } from "#lib/summary/queries.ts";
import { unsubscribe, unsubscribeToken } from "#lib/summary/unsubscribe.ts";
import { asOwner } from "#tests/support/database.ts";
import { mailsTo } from "#tests/support/kept-mails.ts";
import { createWorkspace, deactivate, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

const timezone = "Europe/Bucharest";

let workspace: Workspace;
let admin: Member;
let seller: Member;

/** Today's date there, and instants of it. */
const today = dayOf(new Date(), timezone);
const at = (time: string) => momentAt(today, time, timezone);

async function join(role: "admin" | "seller", name: string): Promise<Member> {
  const member = await signIn(workspace, role, name);
  await asOwner("update users set timezone = $2 where id = $1", [member.userId, timezone]);
  return member;
}

beforeAll(async () => {
  workspace = await createWorkspace();
  [admin, seller] = [await join("admin", "Ada Admin"), await join("seller", "Sam Seller")];
  const own = await createStore(workspace, seller);
  const others = await createStore(workspace, await signIn(workspace, "seller"));
  for (const [store, owner, days] of [
    [own, seller, 1],
    [own, seller, 1],
    [own, seller, 2],
    [others, { userId: "" }, 1],
  ] as const) {
    const [{ userId = "" } = {}] = await asOwner<{ userId: string }>(
      `select user_id as "userId" from integrations where id = $1`,
      [store.id],
    );
    const sale = await createSale({ workspace, store, seller: { userId: owner.userId || userId } });
    await asOwner("update crm_leads set arrived_at = $2, currency = 'EUR', value = 20 where id = $1", [
      sale.leadId,
      momentAt(addDays(today, -days), "15:00", timezone),
    ]);
  }
});

describe("a day is told", () => {
  test("as the day before until noon, from noon on as today", async () => {
    const [before, after] = [
      await loadDaySummary(seller, at("11:59")),
      await loadDaySummary(seller, at("12:00")),
    ];
    expect(before).toMatchObject({
      day: addDays(today, -1),
      isToday: false,
      href: "/dashboard?range=yesterday",
    });
    expect(before.counts[0]).toMatchObject({ name: "total", value: 2, before: 1 });
    expect(before.money).toMatchObject([{ currency: "EUR", worth: "40.000" }]);
    expect(after).toMatchObject({ day: today, isToday: true, href: "/dashboard?range=today" });
    expect(after.counts[0]).toMatchObject({ name: "total", value: 0, before: 2 });
  });

  test("as far as the person may see it", async () => {
    expect((await loadDaySummary(admin, at("08:00"))).counts[0]).toMatchObject({ value: 3, before: 1 });
  });

  test("with what needs a hand now", async () => {
    const { needs } = await loadDaySummary(seller, at("08:00"));
    expect(needs[0]).toEqual({ kind: "to_call", count: 3, isCapped: false, href: "/leads?view=to_call" });
  });
});

describe("the summary by mail", () => {
  beforeEach(async () => {
    await asOwner("delete from mails where template = 'daySummary'");
    await asOwner("update user_settings set summary_mail_hour = null");
  });

  test("comes to nobody who did not ask for it", async () => {
    expect(await loadSummaryMailHour(seller)).toBeNull();
    await queueDueSummaries(at("08:00"));
    expect(await asOwner("select from mails where template = 'daySummary'")).toEqual([]);
  });

  test("comes at the hour of the person's own clock, with the person's own figures", async () => {
    await changeSummaryMail(seller, { hour: 7 });
    await queueDueSummaries(at("06:59"));
    expect(await mailsTo(seller.email)).toEqual([]);
    await queueDueSummaries(at("07:00"));
    const [mail, ...others] = await mailsTo(seller.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain(workspace.name);
    expect(mail?.text).toContain("Leads: 2 (day before: 1)");
    expect(mail?.text).toContain("Leads to call: 3");
    expect(mail?.headers["List-Unsubscribe"]).toContain(unsubscribeToken(seller.userId));
  });

  test("comes once a day, however many workers ask", async () => {
    await changeSummaryMail(admin, { hour: 7 });
    await Promise.all(["07:00", "07:00", "07:05", "08:30"].map((time) => queueDueSummaries(at(time))));
    await queueDueSummaries(at("09:00"));
    const mails = await asOwner("select from mails where template = 'daySummary' and user_id = $1", [
      admin.userId,
    ]);
    expect(mails).toHaveLength(1);
    await queueDueSummaries(momentAt(addDays(today, 1), "07:00", timezone));
    const later = await asOwner("select from mails where template = 'daySummary' and user_id = $1", [
      admin.userId,
    ]);
    expect(later).toHaveLength(2);
  });

  test("is made up for within two hours, and not the whole day", async () => {
    await changeSummaryMail(seller, { hour: 7 });
    await queueDueSummaries(at("10:00"));
    expect(await asOwner("select from mails where template = 'daySummary'")).toEqual([]);
    await queueDueSummaries(at("09:59"));
    expect(await asOwner("select from mails where template = 'daySummary'")).toHaveLength(1);
  });

  test("comes to no former member, and to nobody whose zone nobody knows", async () => {
    const former = await join("seller", "Fred Former");
    await changeSummaryMail(former, { hour: 7 });
    await deactivate(workspace, former.person);
    const odd = await join("seller", "Olga Odd");
    await changeSummaryMail(odd, { hour: 7 });
    await asOwner("update users set timezone = 'Nowhere/Else' where id = $1", [odd.userId]);
    await changeSummaryMail(seller, { hour: 7 });
    await queueDueSummaries(at("07:00"));
    const mailed = await asOwner<{ userId: string }>(
      `select user_id as "userId" from mails where template = 'daySummary'`,
    );
    expect(mailed).toEqual([{ userId: seller.userId }]);
  });

  test("ends when the address is refused for good, until the person asks for it again", async () => {
    await changeSummaryMail(seller, { hour: 7 });
    await queueDueSummaries(at("07:00"));
    await asOwner(
      `update mails set state = 'refused', error_code = 'addressRefused', sealed = null, next_attempt_at = null, settled_at = now()
       where user_id = $1 and template = 'daySummary'`,
      [seller.userId],
    );
    await queueDueSummaries(at("07:05"));
    expect(await loadSummaryMailHour(seller)).toBeNull();
    await changeSummaryMail(seller, { hour: 8 });
    await queueDueSummaries(at("07:10"));
    expect(await loadSummaryMailHour(seller)).toBe(8);
  });

  test("ends by the signed link, for that person alone", async () => {
    await changeSummaryMail(seller, { hour: 7 });
    await changeSummaryMail(admin, { hour: 7 });
    const [, signature] = unsubscribeToken(admin.userId).split(".");
    expect(await unsubscribe(`${seller.userId}.${signature}`)).toBe(false);
    expect(await unsubscribe(unsubscribeToken(seller.userId))).toBe(true);
    expect(await loadSummaryMailHour(seller)).toBeNull();
    expect(await loadSummaryMailHour(admin)).toBe(7);
  });
});
