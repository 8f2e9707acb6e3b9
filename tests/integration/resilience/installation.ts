import { join } from "node:path";
import pg from "pg";
import {
  type SentMessage,
  type StandInAnswer,
  startTelegramStandIn,
} from "#scripts/simulator/telegram-stand-in.ts";
import { loopbackOnly, type Row } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { startTestApp, type TestApp } from "#tests/support/test-app.ts";
import { appEnvironment, startTestWorker, type TestProcess } from "#tests/support/test-process.ts";
import { appSettings, startTestStack, type TestStack } from "#tests/support/test-stack.ts";

/** An Astra of a test file's own, which it may break: nobody else uses its database or its app. */
export interface Installation {
  stack: TestStack;
  app: TestApp;
  settings: Record<string, string>;
  telegram: Telegram;
  /** What the app and the worker wrote. */
  logFiles: { app: string; worker: string };
  startWorker(): TestProcess;
  /** Runs one statement with the rights of the migrations' login. */
  sql<T extends Row = Row>(text: string, values?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

/** What stands in for Telegram's Bot API. */
export interface Telegram {
  /** What was sent to a chat, however it was answered. */
  messagesTo(chatId: number | null): SentMessage[];
  /** How a chat's messages are answered from now on; at first all are accepted. */
  answer(chatId: number | null, how: (message: SentMessage) => StandInAnswer): void;
  stop(): Promise<void>;
}

/** Starts a stack, its app and a stand-in for Telegram, not yet a worker. */
export async function startInstallation(changes: Record<string, string> = {}): Promise<Installation> {
  const stack = await startTestStack();
  // Stores are made in this process, so their secrets are encrypted with its key.
  const { ASTRA_ENCRYPTION_KEY = "" } = ownAstra().env;
  const settings = { ...appSettings(stack), ASTRA_ENCRYPTION_KEY, ...changes };
  const logFiles = {
    app: join(stack.paths.dataDir, "app.log"),
    worker: join(stack.paths.dataDir, "worker.log"),
  };
  const workers: TestProcess[] = [];
  const telegram = await startTelegram(stack.telegramPort);
  try {
    const app = await startTestApp({
      port: stack.appPort,
      env: appEnvironment(settings),
      logFile: logFiles.app,
    });
    return {
      stack,
      app,
      settings,
      telegram,
      logFiles,
      startWorker: () => {
        const worker = startTestWorker(settings, logFiles.worker);
        workers.push(worker);
        return worker;
      },
      sql: (text, values) => query(stack.env.DIRECT_URL, text, values),
      stop: async () => {
        await Promise.all([app.kill(), ...workers.map((worker) => worker.kill())]);
        await telegram.stop();
        await stack.stop();
      },
    };
  } catch (error) {
    await telegram.stop();
    await stack.stop();
    throw error;
  }
}

async function startTelegram(port: number): Promise<Telegram> {
  const answers = new Map<string, (message: SentMessage) => StandInAnswer>();
  const standIn = await startTelegramStandIn({
    port,
    answer: (message) => answers.get(message.chatId)?.(message) ?? { kind: "ok" },
  });
  return {
    messagesTo: (chatId) => standIn.messages.filter((message) => message.chatId === String(chatId)),
    answer: (chatId, how) => void answers.set(String(chatId), how),
    stop: standIn.stop,
  };
}

/** A connection with the rights of the migrations' login; to be ended by the caller. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: loopbackOnly(url) });
  await client.connect();
  return client;
}

async function query<T extends Row>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = await connect(url);
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
