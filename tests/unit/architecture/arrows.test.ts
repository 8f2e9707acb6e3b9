import { describe, expect, test } from "vitest";
import { problemOf } from "./rules.ts";
import { importsOf, ownFiles, read } from "./sources.ts";

const code = ownFiles(".ts", ".tsx", ".js", ".mjs");

describe("imports", () => {
  test("go one way: app, components, lib", () => {
    const problems = code.flatMap((file) =>
      importsOf(file, read(file)).flatMap((found) => {
        const problem = problemOf(file, found);
        return problem ? [`${file} imports ${found.target}: ${problem}`] : [];
      }),
    );
    expect(problems).toEqual([]);
  });

  test("are found in every form", () => {
    const text = `import "server-only";
import type { A } from "#lib/leads/queries.ts";
import {
  type B,
  c,
} from '../model.ts';
export { d } from "#lib/orders/model.ts";
export const note = "import { x } from 'nowhere'";
const e = await import("#lib/worker/tasks.ts");`;
    expect(importsOf("lib/leads/views/list.ts", text)).toEqual([
      { target: "server-only", isType: false },
      { target: "lib/leads/queries.ts", isType: true },
      { target: "lib/leads/model.ts", isType: false },
      { target: "lib/orders/model.ts", isType: false },
      { target: "lib/worker/tasks.ts", isType: false },
    ]);
  });

  test.each([
    ["lib/leads/queries.ts", "app/layout.tsx"],
    ["lib/leads/queries.ts", "components/ui/button.tsx"],
    ["lib/leads/queries.ts", "lib/orders/rows.ts"],
    ["lib/leads/queries.ts", "lib/ingest/record.ts"],
    ["lib/leads/queries.ts", "lib/worker/worker.ts"],
    ["lib/leads/model.ts", "lib/base/db/client.ts"],
    ["lib/leads/model.ts", "node:fs"],
    ["lib/leads/schema.ts", "server-only"],
    ["lib/base/db/client.ts", "lib/base/auth/session.ts"],
    ["lib/ingest/record.ts", "lib/worker/worker.ts"],
    ["lib/somewhere/new.ts", "lib/base/db/client.ts"],
    ["components/leads/list.tsx", "lib/leads/queries.ts"],
    ["components/leads/list.tsx", "lib/base/auth/session.ts"],
    ["components/leads/list.tsx", "app/(app)/leads/actions.ts"],
    ["app/layout.tsx", "tests/support/people.ts"],
  ])("the wrong way are noticed: %s imports %s", (file, target) => {
    expect(problemOf(file, { target, isType: false })).not.toBeNull();
  });

  test.each([
    ["app/(app)/leads/page.tsx", "lib/leads/queries.ts"],
    ["components/leads/list.tsx", "lib/leads/model.ts"],
    ["lib/leads/commands.ts", "lib/orders/queries.ts"],
    ["lib/leads/commands.ts", "lib/base/jobs/queue.ts"],
    ["lib/leads/model.ts", "lib/orders/model.ts"],
    ["lib/worker/tasks.ts", "lib/ingest/process.ts"],
    ["scripts/demo.ts", "lib/leads/queries.ts"],
  ])("the right way are left alone: %s imports %s", (file, target) => {
    expect(problemOf(file, { target, isType: false })).toBeNull();
  });
});

test("the environment is read in one place", () => {
  const mayRead = /^((scripts|tests)\/|lib\/base\/(env|log)\.ts$|instrumentation\.ts$|[^/]+\.config\.\w+$)/;
  const others = code.filter((file) => !mayRead.test(file) && read(file).includes("process.env"));
  expect(others).toEqual([]);
});

test("timelines are written in one place, and by ingest", () => {
  const mayWrite = /^(tests\/|lib\/ingest\/|lib\/sales\/timeline\/record\.ts$)/;
  const writes = /leadEvent\.(create|createMany|upsert)\b|insert into crm_lead_events/;
  const others = code.filter((file) => !mayWrite.test(file) && writes.test(read(file)));
  expect(others).toEqual([]);
});
