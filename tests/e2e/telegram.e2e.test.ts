import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, beforeEach, expect } from "vitest";
import {
  type StandInAnswer,
  startTelegramStandIn,
  type TelegramStandIn,
} from "#scripts/simulator/telegram-stand-in.ts";
import { reload, test } from "#tests/e2e/visit.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { said } from "#tests/integration/telegram/chat.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";
import { startTestWorker } from "#tests/support/test-process.ts";

let telegram: TelegramStandIn;
let answer: StandInAnswer | ((chatId: string) => StandInAnswer);
let workspace: Workspace;
let seller: Person;

beforeAll(async () => {
  telegram = await startTelegramStandIn({
    port: ownAstra().telegramPort,
    answer: ({ chatId }) => (typeof answer === "function" ? answer(chatId) : answer),
  });
  return () => telegram.stop();
});

beforeAll(() => {
  const worker = startTestWorker(ownAstra().env, join(ownAstra().dataDir, "worker.log"));
  return () => worker.stop();
});

beforeAll(async () => {
  workspace = await createWorkspace();
});

beforeEach(async () => {
  answer = { kind: "ok" };
  seller = await createMember(workspace, "seller", "Tim Teller");
});

test("a seller opens a link in Telegram, which the page notices, and says what to hear of", async ({
  visit,
}) => {
  const page = await visit("/settings/telegram", { as: seller });
  await page.getByText("Not linked", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Link Telegram" }).click();
  await page.getByRole("img", { name: "The link as a code for a phone's camera" }).waitFor();
  const address = await page.getByRole("link", { name: "Open Telegram" }).getAttribute("href");
  const token = new URL(address ?? "").searchParams.get("start");
  telegram.tell(said({ text: `/start ${token}`, from: 700_100_210 }));
  await page.getByText("Alerts go to chat 700100210.").waitFor({ timeout: 20_000 });
  expect(textsTo("700100210")).toEqual([expect.stringContaining("Hello Tim Teller")]);

  await page.getByRole("combobox", { name: "New leads" }).click();
  await page.getByRole("option", { name: "From a value on" }).click();
  await page.getByLabel("Least value in EUR").fill("much");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Enter an amount such as 20 or 19.99.").waitFor();
  await page.getByLabel("Least value in EUR").fill("49,90");
  await page.getByLabel("Low stock").uncheck();
  await page.getByRole("combobox", { name: "Daily summary" }).click();
  await page.getByRole("option", { name: "18:00" }).click();
  await page.getByText("Tells of the day so far.").waitFor();
  await page.getByLabel("Quiet hours").check();
  await page.getByLabel("From", { exact: true }).fill("21:30");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved", { exact: true }).waitFor();

  await reload(page);
  expect(await page.getByLabel("Least value in EUR").inputValue()).toBe("49.90");
  expect(await page.getByLabel("Low stock").isChecked()).toBe(false);
  expect(await page.getByRole("combobox", { name: "Daily summary" }).textContent()).toBe("18:00");
  expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("21:30");
  expect(await page.getByLabel("Until", { exact: true }).inputValue()).toBe("08:00");
});

test("an admin links a group, says of what it hears, and unlinks it", async ({ visit }) => {
  const admin = await createMember(workspace, "admin", "Ada Admin");
  const page = await visit("/settings/telegram", { as: admin });
  await page.getByText("Nothing is to be set up but the commands.").waitFor();
  await page.getByRole("button", { name: "Set up the bot" }).click();
  await page.getByText("The bot is set up").waitFor();
  await page.getByRole("button", { name: "Link a group" }).click();
  const address = await page.getByRole("link", { name: "Open Telegram" }).getAttribute("href");
  const token = new URL(address ?? "").searchParams.get("startgroup");
  const chat = { id: -700_100_211, title: "Shop team" };
  telegram.tell(said({ text: `/start@astra_stand_in_bot ${token}`, from: 700_100_212, chat }));
  await page.getByText("New leads are announced in Shop team.").waitFor({ timeout: 20_000 });
  await asOwner(
    "update telegram_groups set stopped_at = now(), stop_reason = 'kicked' where workspace_id = $1",
    [workspace.id],
  );
  await reload(page);
  await page.getByText("Alerts stopped: the bot was removed from the group").waitFor();
  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Test message sent. Look into Telegram.").waitFor();
  await page.getByText("Alerts stopped: the bot was removed from the group").waitFor({ state: "hidden" });
  expect(textsTo("-700100211").at(-1)).toContain("are announced in this group");
  await page.getByRole("button", { name: "Unlink the group" }).click();
  await page
    .getByRole("alertdialog", { name: "Unlink this group?" })
    .getByRole("button", { name: "Unlink the group" })
    .click();
  await page.getByText("Group unlinked").waitFor();
  await page.getByRole("button", { name: "Link a group" }).waitFor();
});

test("a seller links a chat, gets a test message, then the alert of a new lead, and unlinks it", async ({
  visit,
}) => {
  const page = await visit("/settings/telegram", { as: seller });
  await page.getByText("Not linked", { exact: true }).waitFor();
  await page.getByText("Link by chat id instead").click();
  await page.getByLabel("Chat id").fill("my chat");
  await page.getByRole("button", { name: "Send a code" }).click();
  await page.getByText("A chat id is a number like 123456789;").waitFor();
  await page.getByLabel("Chat id").fill(" 700100200 ");
  await page.getByRole("button", { name: "Send a code" }).click();
  await page.getByLabel("Code").fill("1234 567");
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await page.getByText("The code has eight digits.").waitFor();
  await page.getByLabel("Code").fill(codeOf("700100200") === "0000 0000" ? "1111 1111" : "0000 0000");
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await page.getByText("This is not the code that was sent to this chat").waitFor();
  await page.getByLabel("Code").fill(codeOf("700100200"));
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await page.getByText("Alerts go to chat 700100200.").waitFor();
  await page.getByText("Linked", { exact: true }).waitFor();

  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Test message sent. Look into Telegram.").waitFor();
  expect(textsTo("700100200")).toEqual([expect.stringContaining("Hello Tim Teller")]);

  await deliver(await createStore(workspace, seller), "orders/create", orderOfNow());
  await expect.poll(() => textsTo("700100200"), { timeout: 20_000 }).toHaveLength(2);
  expect(textsTo("700100200").at(-1)).toContain("New lead");

  await page.getByRole("button", { name: "Unlink" }).click();
  const question = page.getByRole("alertdialog", { name: "Unlink this chat?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await question.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Unlink" }).click();
  await question.getByRole("button", { name: "Unlink" }).click();
  await page.getByText("Chat unlinked").waitFor();
  await page.getByText("Not linked", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Send a test message" }).count()).toBe(0);
});

test("a bot that was blocked is shown, until a test message arrives again", async ({ visit }) => {
  const page = await visit("/settings/telegram", { as: seller });
  await link(page, "700100201");
  await page.getByText("Linked", { exact: true }).waitFor();

  answer = { kind: "blocked" };
  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Telegram can't reach this chat.").waitFor();

  await deliver(await createStore(workspace, seller), "orders/create", orderOfNow());
  await expect.poll(() => textsTo("700100201"), { timeout: 20_000 }).toHaveLength(2);
  await expect
    .poll(
      async () => {
        await reload(page);
        return page.getByText("Alerts stopped: the bot is blocked in this chat").count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await page.getByText("Stopped", { exact: true }).waitFor();

  answer = { kind: "ok" };
  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Linked", { exact: true }).waitFor();
  expect(await page.getByText("Alerts stopped").count()).toBe(0);
});

test("what Telegram refuses is said in its own words", async ({ visit }) => {
  const page = await visit("/settings/telegram", { as: seller });
  await link(page, "-700100203");
  await page.getByText("Linked", { exact: true }).waitFor();

  answer = { kind: "refused", description: "Bad Request: TOPIC_CLOSED" };
  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Telegram refuses this chat: “Bad Request: TOPIC_CLOSED”.").waitFor();

  await deliver(await createStore(workspace, seller), "orders/create", orderOfNow());
  await expect
    .poll(
      async () => {
        await reload(page);
        return page.getByText("Telegram says “Bad Request: TOPIC_CLOSED”.").count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
});

test("a test message follows a group that moved, and its new id is kept", async ({ visit }) => {
  const page = await visit("/settings/telegram", { as: seller });
  await link(page, "-700100204");
  await page.getByText("Linked", { exact: true }).waitFor();
  answer = (chatId) =>
    chatId === "-700100204" ? { kind: "moved", chatId: -1_007_001_002_040 } : { kind: "ok" };
  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Alerts go to chat -1007001002040.").waitFor();
  expect(textsTo("-1007001002040")).toHaveLength(1);
});

test("a Telegram that is overloaded says how long to wait", async ({ visit }) => {
  const page = await visit("/settings/telegram", { as: seller });
  await link(page, "700100202");
  await page.getByText("Linked", { exact: true }).waitFor();
  answer = { kind: "wait", seconds: 17 };
  await page.getByRole("button", { name: "Send a test message" }).click();
  await page.getByText("Telegram asks us to wait 17 seconds. Try again then.").waitFor();
});

/** Links a chat with the code that the bot has sent there. */
async function link(page: Page, chatId: string): Promise<void> {
  await page.getByText("Link by chat id instead").click();
  await page.getByLabel("Chat id").fill(chatId);
  await page.getByRole("button", { name: "Send a code" }).click();
  await page.getByLabel("Code").waitFor();
  await page.getByLabel("Code").fill(codeOf(chatId));
  await page.getByRole("button", { name: "Link", exact: true }).click();
}

/** The code that was sent to a chat last. */
function codeOf(chatId: string): string {
  return /<code>(\d{4} \d{4})<\/code>/.exec(codesTo(chatId).at(-1) ?? "")?.[1] ?? "";
}

/** Of an order that is days old nobody is alerted. */
function orderOfNow() {
  const now = new Date().toISOString();
  return shopifyOrder({ created_at: now, updated_at: now });
}

/** The messages that were sent to a chat, however they were answered. */
function messagesTo(chatId: string): string[] {
  return telegram.messages.filter((message) => message.chatId === chatId).map(({ text }) => text);
}

const isCode = (text: string) => text.includes("<code>");
const codesTo = (chatId: string) => messagesTo(chatId).filter(isCode);
/** All but codes. */
const textsTo = (chatId: string) => messagesTo(chatId).filter((text) => !isCode(text));
