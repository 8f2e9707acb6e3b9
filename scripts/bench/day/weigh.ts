import { get } from "node:http";
import type { Side } from "#scripts/bench/pages/side.ts";

/** Bytes of a page's HTML: as it is, and as it travels. */
export interface Weight {
  raw: number;
  compressed: number;
}

const agents = {
  laptop: "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0",
  phone:
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36",
};

/** What the list of leads weighs for a laptop or a phone. */
export async function weighLeads(side: Side, screen: keyof typeof agents): Promise<Weight> {
  const ask = (encoding: string) =>
    bytesOf(`${side.server.url}/leads?view=all`, {
      cookie: side.cookie,
      "user-agent": agents[screen],
      "accept-encoding": encoding,
    });
  return { raw: await ask("identity"), compressed: await ask("gzip") };
}

function bytesOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answers with ${response.statusCode}.`));
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("end", () => resolve(bytes));
      response.once("error", reject);
    });
    request.once("error", reject);
  });
}
