import { z } from "zod";
import { env } from "#lib/base/env.ts";
import { runScript } from "#scripts/command-line.ts";
import { dateBack } from "#scripts/demo/date-back.ts";
import { addTags } from "#scripts/demo/extras.ts";
import { addInventory } from "#scripts/demo/inventory.ts";
import { sendOddDeliveries } from "#scripts/demo/odd-deliveries.ts";
import { tellOrders } from "#scripts/demo/orders.ts";
import { members } from "#scripts/demo/people.ts";
import { addPhotos } from "#scripts/demo/photos.ts";
import { playOrder } from "#scripts/demo/play-order.ts";
import { prepareWorkspace } from "#scripts/demo/workspace.ts";
import { inParallel } from "#scripts/simulator/parallel.ts";
import { startProgress } from "#scripts/simulator/progress.ts";
import { defaultDataDir, stackPaths } from "#scripts/stack/paths.ts";
import { writePrivateFile } from "#scripts/stack/private-file.ts";

const usage = `node --conditions=react-server scripts/demo.ts

Fills the demo workspace of the Astra that runs here: people, stores, and two months of orders through the webhook endpoint.
The first start of npm start does this by itself; doing it again completes what was cut off and changes nothing else.`;

const concurrency = 8;

await runScript({ usage, options: {}, schema: z.object({ positionals: z.tuple([]) }), run });

async function run(): Promise<void> {
  const workspace = await prepareWorkspace();
  const orders = tellOrders(workspace.now);
  const progress = startProgress(`Filling the demo with ${orders.length} orders`, orders.length);
  await inParallel(orders, concurrency, async (order) => {
    await playOrder(appUrl(), workspace, order);
    progress.step();
  });
  progress.done();
  await sendOddDeliveries(appUrl(), workspace, orders);
  await dateBack(workspace, orders);
  await addTags(workspace, orders);
  await addInventory(workspace);
  await addPhotos(workspace.id);
  const logins = members.map(({ role, email, password }) => ({ role, email, password }));
  await writePrivateFile(stackPaths(defaultDataDir()).demoLogins, `${JSON.stringify(logins, null, 2)}\n`);
}

/** The app on this machine, even when people reach it under another address. */
function appUrl(): string {
  return process.env.PORT ? `http://127.0.0.1:${process.env.PORT}` : env().APP_URL;
}
