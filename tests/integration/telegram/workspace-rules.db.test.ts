import { beforeEach, expect, test } from "vitest";
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
  prefer,
  standingOf,
  type Team,
  tell,
  tellLead,
} from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";
import { giveSecondFactor } from "#tests/support/people.ts";

// What a workspace has decided counts in Telegram as it does in the app.

const telegram = standInForTelegram();
let team: Team;
let leadId: string;

beforeEach(async () => {
  team = await createTeam();
  leadId = await createLead(team);
});

/** Presses a button of a message; answers which update told of it. */
async function press(
  { messageId }: { messageId: number },
  data: string,
  from = team.chatId,
): Promise<number> {
  const updateId = nextUpdateId();
  await handleUpdate(pressed({ data, from, messageId }, updateId));
  return updateId;
}

test("a call back is offered no time at which nobody works", async () => {
  // Work is over for today, whenever this runs, and begins in a week.
  const today = new Date();
  const weekday = String(((today.getUTCDay() + 6) % 7) + 1);
  await asOwner(
    "update workspaces set timezone = 'UTC', working_hours = jsonb_build_object($2::text, jsonb_build_object('from', '00:00', 'to', '00:01')) where id = $1",
    [team.workspace.id, weekday],
  );
  const told = await tellLead(telegram, team, leadId);
  await press(told, dataOf(told.message, "Call back"));
  expect(telegram.changed(team.chatId, told.messageId)?.buttons).toEqual(["Next working day", "Back"]);
  await press(told, telegram.dataShown(told.messageId, "Next working day"));
  const { callBackAt } = await standingOf(leadId);
  expect((callBackAt as Date).toISOString()).toMatch(/T00:00:00.000Z$/);
});

test("an admin who owes a second factor that the workspace wants changes no lead", async () => {
  const adminChat = newChatId();
  await linkPrivately(team.admin, adminChat);
  await asOwner("update crm_leads set user_id = $1 where id = $2", [team.admin.userId, leadId]);
  const told = await tellLead(telegram, { ...team, chatId: adminChat }, leadId, adminChat);
  await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [team.workspace.id]);
  const updateId = await press(told, dataOf(told.message, "Confirm"), adminChat);
  expect(telegram.answerTo(String(updateId))).toMatchObject({ isRefusal: true });
  expect(await standingOf(leadId)).toMatchObject({ cod: "pending", changes: [] });
});

test("an admin who owes one is told so once, and of no lead, own or another's, until it is set up", async () => {
  const adminChat = newChatId();
  await linkPrivately(team.admin, adminChat);
  await prefer(team.admin, { everyones_leads: true });
  await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [team.workspace.id]);
  const own = await createLead(team);
  await asOwner("update crm_leads set user_id = $1 where id = $2", [team.admin.userId, own]);
  const tellAll = async () => {
    await tell(own);
    await tell(`${leadId}:${team.admin.userId}`, "notify-others-lead");
    await tell(leadId);
  };
  await tellAll();
  const texts = () => telegram.messagesTo(adminChat).map(({ text }) => text);
  const silence =
    "Astra tells you nothing here until you set up two-step sign-in: a workspace asks it of its admins. Sign in to Astra to set it up.";
  expect(texts()).toEqual([silence]);
  expect(telegram.messagesTo(team.chatId)).toHaveLength(1);
  await giveSecondFactor(team.admin);
  await tellAll();
  expect(texts()).toHaveLength(3);
  expect(texts().slice(1)).not.toContain(silence);
});
