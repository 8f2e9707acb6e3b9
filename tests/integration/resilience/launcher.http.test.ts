import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { send } from "#scripts/simulator/delivery.ts";
import { nextProgram } from "#scripts/stack/project.ts";
import {
  type Launcher,
  runScript,
  startLauncher,
  whenReady,
} from "#tests/integration/resilience/launcher.ts";
import {
  isRunning,
  listenerOn,
  listeningAddresses,
  loopbackAddress,
  processTree,
} from "#tests/integration/resilience/process-tree.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { holdPort } from "#tests/support/held-port.ts";
import { writeStackPorts } from "#tests/support/stack-ports.ts";
import { appEnvironment, startProcess } from "#tests/support/test-process.ts";

let dataDir: string;
let port: number;
let launcher: Launcher;
let env: Record<string, string>;

const store = {
  type: "shopify" as const,
  domain: "lamps.myshopify.com",
  secret: randomBytes(24).toString("hex"),
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "astra-launcher-"));
  port = await holdPort();
  await writeStackPorts(dataDir);
  launcher = startLauncher(dataDir, port);
  return async () => {
    await launcher.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
});

beforeAll(async () => {
  env = await whenReady(launcher, dataDir);
}, 150_000);

describe.skipIf(process.platform !== "linux")("npm start", () => {
  test("writes the addresses and keys of the stack where only its owner can read them", async () => {
    const { mode } = await stat(join(dataDir, "stack.env"));
    expect(mode & 0o777).toBe(0o600);
    expect(Object.keys(env)).toEqual(
      expect.arrayContaining([
        "APP_URL",
        "DATABASE_URL",
        "DIRECT_URL",
        "SUPABASE_URL",
        "SUPABASE_PUBLISHABLE_KEY",
        "SUPABASE_SECRET_KEY",
      ]),
    );
    expect(env.APP_URL).toBe(`http://127.0.0.1:${port}`);
  });

  test("listens on 127.0.0.1 only", () => {
    const addresses = listeningAddresses(processTree(launcher.pid));
    expect(addresses).toContain(loopbackAddress(port));
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect(address).toMatch(/^0100007F:/);
  });

  test("is refused in a data directory that is in use", async () => {
    const second = startLauncher(dataDir, await holdPort(), "second.log");
    await until("the second launcher to end", () => second.hasEnded());
    expect(await second.output()).toContain(`Astra already runs with the data in ${dataDir}`);
    expect((await fetch(`${env.APP_URL}/api/health/ready`)).status).toBe(200);
  });

  test("starts the app again when it dies, and the worker lives on", async () => {
    const app = listenerOn(port, processTree(launcher.pid));
    if (!app) throw new Error("Nobody listens where the app should.");
    process.kill(app, "SIGKILL");
    await until("the app to be gone", () => !isRunning(app));
    await until("the app to answer again", async () => (await statusOf("/api/health")) === 200, 30);
    expect(await launcher.output()).toMatch(/^The app ended \(SIGKILL\); starting it again in \d+ s\.$/m);
    expect(await launcher.output()).not.toContain("The worker ended");
    expect(listenerOn(port, processTree(launcher.pid))).not.toBe(app);
  }, 60_000);

  test("takes an order in, and has it still after everything was killed", async () => {
    await connectStore();
    expect((await placeOrder("6000000000001")).status).toBe(200);
    const killed = processTree(launcher.pid);
    expect(killed.length).toBeGreaterThanOrEqual(4);
    for (const pid of killed) if (isRunning(pid)) process.kill(pid, "SIGKILL");
    await until("all to be gone", () => !killed.some(isRunning));

    launcher = startLauncher(dataDir, port, "after-kill.log");
    expect(await whenReady(launcher, dataDir)).toEqual(env);
    expect(await leads()).toBe(1);
    expect((await placeOrder("6000000000001")).text).toBe(JSON.stringify({ result: "duplicate" }));
    expect((await placeOrder("6000000000002")).status).toBe(200);
    expect(await leads()).toBe(2);
    expect((await fetch(`${env.APP_URL}/api/health/ready`)).status).toBe(200);
  }, 90_000);

  test("SIGTERM ends every process and leaves a clean database; a port taken since is named", async () => {
    const running = processTree(launcher.pid);
    await launcher.stop();
    expect(running.filter(isRunning)).toEqual([]);
    expect(await launcher.output()).toContain("Stopping…");
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
    expect(existsSync(join(dataDir, "launcher.lock"))).toBe(false);

    const occupant = createServer().listen(port, "127.0.0.1");
    launcher = startLauncher(dataDir, port, "after-stop.log");
    const { APP_URL } = await whenReady(launcher, dataDir);
    occupant.close();
    expect(await launcher.output()).toContain(`Port ${port} is taken; using ${new URL(APP_URL ?? "").port}.`);
    expect(await leads()).toBe(2);
    expect(await lastStartOfDatabase()).not.toContain("recovery");
  }, 90_000);
});

describe("npm start with a variable that is wrong", () => {
  test.for([
    { name: "TELEGRAM_BOT_TOKEN", value: "nonsense", expected: "must be a bot token" },
    { name: "APP_URL", value: "astra.example.com", expected: "must be the address people open Astra at" },
    { name: "LOG_LEVEL", value: "loud", expected: "must be one of" },
  ])(
    "ends at once with one sentence, before database and build: $name",
    async ({ name, value, expected }) => {
      const emptyDir = await mkdtemp(join(tmpdir(), "astra-wrong-"));
      const wrong = startLauncher(emptyDir, await holdPort(), "launcher.log", { [name]: value });
      await until("the launcher to end", () => wrong.hasEnded(), 5);
      // Another process may have taken the port meanwhile, which is said before.
      const said = (await wrong.output()).replace(/^Port \d+ is taken; using \d+\.\n/, "");
      expect(said.trimEnd()).toMatch(
        new RegExp(`^Astra can't start with this environment \\(see .env.example\\): ${name} ${expected}.*$`),
      );
      expect(await readdir(emptyDir)).toEqual(["launcher.log"]);
      await rm(emptyDir, { recursive: true });
    },
  );

  test.for([
    { name: "the app", args: [nextProgram(), "start"] },
    { name: "the worker", args: ["--conditions=react-server", "scripts/worker.ts"] },
  ])("so does $name by itself", async ({ args }) => {
    const logFile = join(dataDir, "wrong.log");
    const settings = { ...env, PORT: String(await holdPort()), LOG_LEVEL: "loud" };
    const wrong = startProcess({ args, env: appEnvironment(settings), logFile });
    await until("the process to end", () => wrong.hasEnded(), 20);
    const output = await readFile(logFile, "utf8");
    expect(output.match(/^Astra can't start.+LOG_LEVEL must be.+$/gm)).toHaveLength(1);
    expect(output).not.toContain("    at ");
    await rm(logFile);
  });
});

async function statusOf(path: string): Promise<number | undefined> {
  try {
    return (await fetch(`${env.APP_URL}${path}`)).status;
  } catch {
    // Nobody listens.
    return undefined;
  }
}

async function connectStore(): Promise<void> {
  const admin = ["--email", "ana@example.com", "--name", "Ana Pop", "--workspace", "Lamps"];
  expect(
    await runScript(dataDir, ["scripts/create-admin.ts", ...admin], {
      ASTRA_ADMIN_PASSWORD: "correct horse battery",
    }),
  ).toContain("ana@example.com is now an admin of Lamps.");
  const options = [
    "--type",
    "shopify",
    "--domain",
    store.domain,
    "--owner",
    "ana@example.com",
    "--name",
    "Lamps",
  ];
  expect(
    await runScript(dataDir, ["scripts/create-store.ts", ...options], { ASTRA_STORE_SECRET: store.secret }),
  ).toContain(`Connected Lamps (${store.domain})`);
}

function placeOrder(id: string) {
  const at = "2026-11-21T10:00:00Z";
  const order = { id, name: "#1", currency: "EUR", total_price: "9.00", created_at: at, updated_at: at };
  return send(env.APP_URL ?? "", store, {
    topic: "orders/create",
    body: Buffer.from(JSON.stringify(order)),
    id,
  });
}

/** What the database wrote since it was last told to start. */
async function lastStartOfDatabase(): Promise<string> {
  const log = await readFile(join(dataDir, "postgres.log"), "utf8");
  return log.slice(log.lastIndexOf("starting PostgreSQL"));
}

async function leads(): Promise<unknown> {
  const client = new pg.Client({ connectionString: env.DIRECT_URL });
  await client.connect();
  try {
    return (await client.query("select count(*)::int as count from crm_leads")).rows[0]?.count;
  } finally {
    await client.end();
  }
}
