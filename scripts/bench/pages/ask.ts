import { quantile } from "#scripts/bench/measure.ts";
import type { Side } from "#scripts/bench/pages/side.ts";
import { ScriptError } from "#scripts/script-error.ts";

/** How long a page took. Milliseconds; `bytes` are of its HTML, before compression. */
export interface Answer {
  firstByte: number;
  whole: number;
  bytes: number;
}

/** A browser on a laptop, as far as Astra looks at one. */
const browser = {
  "user-agent": "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0",
  "sec-ch-ua-mobile": "?0",
};

const warmUps = 5;

/** Asks several sides for a page in turn, each first as often as last, so that whatever else the machine does troubles all alike; medians. */
export async function askInTurn(
  sides: readonly Side[],
  pathOf: (side: Side) => string,
  repetitions: number,
): Promise<Answer[]> {
  const answers = sides.map((): Answer[] => []);
  for (let round = 0; round < warmUps + repetitions; round++) {
    for (let turn = 0; turn < sides.length; turn++) {
      const place = (round + turn) % sides.length;
      const side = sides[place];
      if (side) answers[place]?.push(await ask(side, pathOf(side)));
    }
  }
  return answers.map((all) => {
    const counted = all.slice(warmUps);
    const medianOf = (name: keyof Answer) =>
      quantile(
        counted.map((answer) => answer[name]),
        0.5,
      );
    return { firstByte: medianOf("firstByte"), whole: medianOf("whole"), bytes: medianOf("bytes") };
  });
}

async function ask({ server, cookie }: Side, path: string): Promise<Answer> {
  const startedAt = performance.now();
  const response = await fetch(`${server.url}${path}`, {
    headers: { ...browser, cookie },
    redirect: "manual",
  });
  if (response.status !== 200 || !response.body)
    throw new ScriptError(`${server.name} answers ${path} with ${response.status}.`);
  let firstByte = 0;
  let bytes = 0;
  for await (const chunk of response.body) {
    if (bytes === 0) firstByte = performance.now() - startedAt;
    bytes += chunk.length;
  }
  return { firstByte, whole: performance.now() - startedAt, bytes };
}
