import { beforeEach, expect, test, vi } from "vitest";
import { savePreferences } from "#lib/telegram/preferences.ts";
import { preferencesSchema } from "#lib/telegram/schema.ts";
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
} from "#tests/integration/telegram/team.ts";
import { asOwner } from "#tests/support/database.ts";
import { signIn } from "#tests/support/purchases.ts";

vi.mock("node:timers/promises", async (original) => ({
  ...(await original<typeof import("node:timers/promises")>()),
  // What paces a chat would only make these tests longer.
  setTimeout: async () => undefined,
}));

const telegram = standInForTelegram();
let team: Team;
let adminChat: number;

beforeEach(async () => {
  team = await createTeam();
  adminChat = newChatId();
  await linkPrivately(team.admin, adminChat);
});

async function jobsOf(leadId: string): Promise<string[]> {
  const rows = await asOwner<{ key: string }>(
    "select key from graphile_worker.jobs where key like '%' || $1 || '%' order by key",
    [leadId],
  );
  return rows.map(({ key }) => key);
}

const toSeller = (leadId: string) => `notify-new-lead:${leadId}`;
const toAdmin = (leadId: string) => `notify-others-lead:${leadId}:${team.admin.userId}`;
const textsTo = (chatId: number) => telegram.messagesTo(chatId).map(({ text }) => text);

function tellAdmin(leadId: string, isHeld = false) {
  return tell(`${leadId}:${team.admin.userId}`, "notify-others-lead", isHeld);
}

test("an admin hears of the leads of others only once that is chosen", async () => {
  const before = await createLead(team);
  expect(await jobsOf(before)).toEqual([toSeller(before)]);
  const typed = {
    newLeads: "all",
    everyonesLeads: true,
    leastValue: "",
    mutedStores: [],
    isQuiet: false,
    quietFrom: "22:00",
    quietUntil: "08:00",
    callBacks: true,
    stock: true,
    failedDeliveries: true,
    summaryHour: "none",
  };
  await savePreferences(team.admin, preferencesSchema.parse(typed));
  const leadId = await createLead(team);
  expect(await jobsOf(leadId)).toEqual([toSeller(leadId), toAdmin(leadId)]);
});

test("hears of each once, and answers it; the timeline tells of the seller's message alone", async () => {
  await prefer(team.admin, { everyones_leads: true });
  const leadId = await createLead(team);
  await tell(leadId);
  await tellAdmin(leadId);
  await tellAdmin(leadId);
  expect(textsTo(adminChat)).toHaveLength(1);
  const sent = await asOwner("select 1 from crm_lead_events where lead_id = $1 and type = 'alert_sent'", [
    leadId,
  ]);
  expect(sent).toHaveLength(1);
  const data = dataOf(telegram.lastTo(adminChat), "Confirm");
  await handleUpdate(pressed({ data, from: adminChat, messageId: 1 }, nextUpdateId()));
  expect(await standingOf(leadId)).toMatchObject({
    cod: "confirmed",
    changes: [{ userId: team.admin.userId, via: "telegram" }],
  });
});

test("hears of leads of others before their seller does, who then hears of them all the same", async () => {
  await prefer(team.admin, { everyones_leads: true });
  const leadId = await createLead(team);
  await tellAdmin(leadId);
  await tell(leadId);
  expect(textsTo(team.chatId)).toHaveLength(1);
});

test("what came in quiet hours is told in one message", async () => {
  await prefer(team.admin, { everyones_leads: true });
  const leads = [await createLead(team), await createLead(team)];
  for (const leadId of leads) await tellAdmin(leadId, true);
  expect(textsTo(adminChat)).toEqual([expect.stringContaining("2 new leads")]);
});

test("muted stores and least values count there too", async () => {
  await prefer(team.admin, { everyones_leads: true, muted_stores: [team.store.id] });
  await tellAdmin(await createLead(team));
  await prefer(team.admin, { muted_stores: [], least_value: 100, new_leads: "above" });
  await tellAdmin(await createLead(team, { value: "99.000" }));
  expect(textsTo(adminChat)).toEqual([]);
  await tellAdmin(await createLead(team, { value: "100.000" }));
  expect(textsTo(adminChat)).toHaveLength(1);
});

test("who came to be a seller, or was deactivated, hears nothing of others, whatever was chosen", async () => {
  await signIn(team.workspace, "admin", "Olga Other");
  await prefer(team.admin, { everyones_leads: true });
  const queued = await createLead(team);
  await asOwner("update memberships set role = 'seller' where user_id = $1", [team.admin.userId]);
  await tellAdmin(queued);
  const later = await createLead(team);
  expect(await jobsOf(later)).toEqual([toSeller(later)]);
  await asOwner("update memberships set role = 'admin', is_active = false where user_id = $1", [
    team.admin.userId,
  ]);
  const last = await createLead(team);
  expect(await jobsOf(last)).toEqual([toSeller(last)]);
  expect(textsTo(adminChat)).toEqual([]);
});

test("nothing mutes a seller but what the seller chose", async () => {
  await asOwner("update user_settings set notify_new_leads = false where user_id = $1", [team.seller.userId]);
  const leadId = await createLead(team);
  expect(await jobsOf(leadId)).toEqual([toSeller(leadId)]);
});
