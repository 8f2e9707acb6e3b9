import { beforeEach, describe, expect, test } from "vitest";
import { changeStatus } from "#lib/leads/commands.ts";
import { handleUpdate } from "#lib/telegram/updates/handle.ts";
import {
  dataOf,
  newChatId,
  nextUpdateId,
  pressed,
  standInForTelegram,
} from "#tests/integration/telegram/chat.ts";
import {
  createLead,
  createTeam,
  linkPrivately,
  standingOf,
  type Team,
  tell,
  tellLead,
} from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";
import { deactivate } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

const telegram = standInForTelegram();
let team: Team;
let leadId: string;

beforeEach(async () => {
  team = await createTeam();
  leadId = await createLead(team);
});

/** Presses a button of the seller's message; answers what Telegram was told. */
async function press(
  { message, messageId }: Awaited<ReturnType<typeof tellLead>>,
  label: string,
  how: { from?: number; chatId?: number; updateId?: number } = {},
) {
  const { from = team.chatId, updateId = nextUpdateId() } = how;
  const { chatId = from } = how;
  const data = label.includes(".") ? label : dataOf(message, label);
  await handleUpdate(pressed({ data, from, chatId, messageId }, updateId));
  return {
    answer: telegram.answerTo(String(updateId)),
    shown: telegram.changed(chatId, messageId),
  };
}

const bySeller = (to: string) => ({ userId: team.seller.userId, via: "telegram", to });

describe("a button under a lead", () => {
  test.each([
    ["Confirm", "confirmed", "Confirmed by Sam Seller"],
    ["Reject", "rejected", "Rejected by Sam Seller"],
    ["No answer", "no_answer", "No answer, noted by Sam Seller; next try:"],
  ])("%s does what the app does, and the message says so", async (label, status, said) => {
    const told = await tellLead(telegram, team, leadId);
    expect(told.message.buttons.flat().map(({ text }) => text)).toEqual([
      "Confirm",
      "No answer",
      "Call back",
      "Reject",
    ]);
    const { answer, shown } = await press(told, label);
    expect(await standingOf(leadId)).toMatchObject({ cod: status, changes: [bySeller(status)] });
    expect(answer?.isRefusal).toBe(false);
    expect(answer?.text).toContain(said);
    expect(shown?.text).toContain("<b>New lead: Ana Pop</b>");
    expect(shown?.text).toContain(said);
    expect(shown?.buttons).toEqual([]);
  });

  test("Call back offers times, leads back, and notes the one that is chosen", async () => {
    const told = await tellLead(telegram, team, leadId);
    const { shown: times } = await press(told, "Call back");
    expect(times?.buttons).toContain("In 1 hour");
    expect(times?.buttons).toContain("Tomorrow morning");
    const { shown: again } = await press(told, telegram.dataShown(told.messageId, "Back"));
    expect(again?.buttons).toContain("Confirm");
    expect(await standingOf(leadId)).toMatchObject({ cod: "pending", changes: [] });

    await press(told, "Call back");
    await press(told, telegram.dataShown(told.messageId, "In 1 hour"));
    const { callBackAt, ...standing } = await standingOf(leadId);
    expect(standing).toMatchObject({ cod: "postponed", changes: [bySeller("postponed")] });
    expect((callBackAt as Date).getTime() - Date.now()).toBeGreaterThan(59 * 60_000);
  });

  test("counts once, however often it is pressed or told of", async () => {
    const told = await tellLead(telegram, team, leadId);
    const updateId = nextUpdateId();
    const taps = await Promise.all([
      press(told, "No answer", { updateId }),
      press(told, "No answer"),
      press(told, "Confirm"),
    ]);
    await press(told, "No answer", { updateId });
    await press(told, "No answer");
    const { changes } = await standingOf(leadId);
    expect(changes).toHaveLength(1);
    expect(taps.filter(({ answer }) => answer?.isRefusal)).toHaveLength(2);
  });

  test("whose answer could not be shown is told when Telegram sends the press again, and done once", async () => {
    const told = await tellLead(telegram, team, leadId);
    const updateId = nextUpdateId();
    telegram.answerCalls(({ method }) => ({ kind: method === "editMessageText" ? "server_error" : "ok" }));
    await expect(press(told, "Confirm", { updateId })).rejects.toThrow("500");
    telegram.answerCalls(() => ({ kind: "ok" }));
    const { answer, shown } = await press(told, "Confirm", { updateId });
    expect(answer).toMatchObject({ isRefusal: false });
    expect(shown?.text).toContain("Confirmed by Sam Seller");
    expect((await standingOf(leadId)).changes).toHaveLength(1);
  });

  test("under a message that can't be changed any more counts all the same", async () => {
    const told = await tellLead(telegram, team, leadId);
    telegram.answerCalls(({ method }) =>
      method === "editMessageText"
        ? { kind: "refused", description: "Bad Request: message can't be edited" }
        : { kind: "ok" },
    );
    const { answer } = await press(told, "Confirm");
    telegram.answerCalls(() => ({ kind: "ok" }));
    expect(answer?.isRefusal).toBe(false);
    expect(await standingOf(leadId)).toMatchObject({ cod: "confirmed" });
  });

  test("that Astra did not write does nothing", async () => {
    const told = await tellLead(telegram, team, leadId);
    const other = await tellLead(telegram, team, await createLead(team));
    const forged = `${dataOf(told.message, "Confirm").split(".")[0]}.${dataOf(other.message, "Confirm").split(".")[1]}`;
    const { answer } = await press(told, forged);
    expect(answer).toEqual({
      text: "This button no longer works. Open the lead in Astra.",
      isRefusal: true,
    });
    expect(await standingOf(leadId)).toMatchObject({ cod: "pending", changes: [] });
  });

  test("is too late when a colleague was faster: the message shows the lead as it stands", async () => {
    const told = await tellLead(telegram, team, leadId);
    await changeStatus(team.admin, {
      ids: [leadId],
      change: { field: "codStatus", to: "rejected" },
      isOverride: false,
    });
    const { answer, shown } = await press(told, "Confirm");
    expect(answer?.text).toContain("the lead has changed since this message");
    expect(shown?.text).toContain("As it stands now: Rejected");
    expect(shown?.buttons).toEqual([]);
    expect(await standingOf(leadId)).toMatchObject({ cod: "rejected" });
  });

  test("also when the colleague noted the same: another try in vain is not counted", async () => {
    const told = await tellLead(telegram, team, leadId);
    await changeStatus(team.admin, {
      ids: [leadId],
      change: { field: "codStatus", to: "no_answer" },
      isOverride: false,
    });
    const { answer } = await press(told, "No answer");
    expect(answer?.isRefusal).toBe(true);
    expect(await standingOf(leadId)).toMatchObject({ cod: "no_answer", attempts: 1 });
  });

  test("waits while a colleague is calling the buyer", async () => {
    const told = await tellLead(telegram, team, leadId);
    await asOwner(
      "update crm_leads set called_by = $1, called_until = now() + interval '1 minute' where id = $2",
      [team.admin.userId, leadId],
    );
    expect((await press(told, "Confirm")).answer?.text).toContain("A colleague is calling");
    await asOwner("update crm_leads set called_by = null where id = $1", [leadId]);
    expect((await press(told, "Confirm")).answer?.isRefusal).toBe(false);
  });
});

describe("who may not change the lead any more is told so, and nothing changes", () => {
  const lost = { text: "This lead is not yours to change any more.", isRefusal: true };

  test("a member who was deactivated", async () => {
    const told = await tellLead(telegram, team, leadId);
    await deactivate(team.workspace, team.seller.person);
    expect((await press(told, "Confirm")).answer).toEqual(lost);
    expect(await standingOf(leadId)).toMatchObject({ cod: "pending" });
  });

  test("a member who only reads now", async () => {
    const told = await tellLead(telegram, team, leadId);
    await asOwner("update memberships set role = 'viewer' where user_id = $1", [team.seller.userId]);
    expect((await press(told, "Confirm")).answer).toEqual(lost);
  });

  test("a seller whose store and lead were handed over; the receiver may", async () => {
    const told = await tellLead(telegram, team, leadId);
    const receiver = await signIn(team.workspace, "seller", "Rita");
    await handOver(receiver);
    expect((await press(told, "Confirm")).answer).toEqual(lost);
    expect(await standingOf(leadId)).toMatchObject({ cod: "pending", changes: [] });
  });

  test("somebody who unlinked the chat", async () => {
    const told = await tellLead(telegram, team, leadId);
    await asOwner("update user_settings set telegram_chat_id = null where user_id = $1", [
      team.seller.userId,
    ]);
    expect((await press(told, "Confirm")).answer?.text).toContain("Astra doesn't know your Telegram account");
  });

  async function handOver({ userId }: Member): Promise<void> {
    await asOwner("update integrations set user_id = $1 where id = $2", [userId, team.store.id]);
    await asOwner("update crm_leads set user_id = $1 where id = $2", [userId, leadId]);
  }
});

describe("in a group", () => {
  const groupId = -newChatId();

  beforeEach(async () => {
    await asOwner(
      "insert into telegram_groups (workspace_id, chat_id, title, linked_by_id) values ($1, $2, 'All', $3)",
      [team.workspace.id, groupId, team.admin.userId],
    );
  });

  test("the one who pressed is found by the own chat, and the message names who it was", async () => {
    const adminChat = newChatId();
    await linkPrivately(team.admin, adminChat);
    await tell(leadId, "notify-group");
    const told = await tellLead(telegram, team, leadId, groupId);
    const { answer, shown } = await press(told, "Confirm", { from: adminChat, chatId: groupId });
    expect(answer?.isRefusal).toBe(false);
    expect(shown?.text).toContain("Confirmed by Ada Admin");
    expect(await standingOf(leadId)).toMatchObject({
      changes: [{ userId: team.admin.userId, via: "telegram", to: "confirmed" }],
    });
    expect(telegram.messagesTo(groupId).filter(({ text }) => text.includes(leadId))).toHaveLength(1);
  });

  test("who has linked nothing, or is of another workspace, is told so", async () => {
    const told = await tellLead(telegram, team, leadId, groupId);
    const { answer } = await press(told, "Confirm", { from: newChatId(), chatId: groupId });
    expect(answer?.text).toContain("Astra doesn't know your Telegram account");
    const other = await createTeam();
    const { answer: others } = await press(told, "Confirm", { from: other.chatId, chatId: groupId });
    expect(others?.text).toContain("not yours to change");
    expect(await standingOf(leadId)).toMatchObject({ cod: "pending" });
  });

  test("a lead that was answered in private is over there too", async () => {
    const inGroup = await tellLead(telegram, team, leadId, groupId);
    const inPrivate = await tellLead(telegram, team, leadId);
    await press(inPrivate, "Confirm");
    const { answer } = await press(inGroup, "Reject", { from: team.chatId, chatId: groupId });
    expect(answer?.isRefusal).toBe(true);
    expect(await standingOf(leadId)).toMatchObject({ cod: "confirmed" });
  });
});
