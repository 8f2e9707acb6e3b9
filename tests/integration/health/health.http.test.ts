import { beforeAll, describe, expect, test } from "vitest";
import { connect, type Installation, startInstallation } from "#tests/integration/resilience/installation.ts";
import { until } from "#tests/integration/resilience/until.ts";

let astra: Installation;

beforeAll(async () => {
  astra = await startInstallation();
  return () => astra.stop();
});

async function get(path: string) {
  const response = await fetch(`${astra.app.url}${path}`);
  return { status: response.status, text: await response.text() };
}

async function readiness() {
  const { status, text } = await get("/api/health/ready");
  return { status, body: JSON.parse(text) };
}

const allOk = {
  status: "ready",
  checks: {
    database: { status: "ok" },
    auth: { status: "ok" },
    migrations: { status: "ok", pending: 0 },
    jobs: { status: "ok", waiting: 0, lagSeconds: 0 },
  },
};

describe("/api/health", () => {
  test("says that the process answers", async () => {
    expect(await get("/api/health")).toEqual({ status: 200, text: JSON.stringify({ status: "ok" }) });
  });
});

describe("/api/health/ready", () => {
  test("says that everything is there", async () => {
    expect(await readiness()).toEqual({ status: 200, body: allOk });
  });

  test("a migration that is missing", async () => {
    const [last] = await astra.sql("select max(migration_name) as name from _prisma_migrations");
    const mark = (value: string) =>
      astra.sql(`update _prisma_migrations set rolled_back_at = ${value} where migration_name = $1`, [
        last?.name,
      ]);
    await mark("now()");
    expect(await readiness()).toEqual({
      status: 503,
      body: {
        status: "not_ready",
        checks: { ...allOk.checks, migrations: { status: "failing", pending: 1 } },
      },
    });
    await mark("null");
    expect((await readiness()).status).toBe(200);
  });

  test("a job that nobody does", async () => {
    const [job] = await astra.sql(
      "select id from graphile_worker.add_job('process-waiting-deliveries', run_at := now() - interval '10 minutes')",
    );
    const { status, body } = await readiness();
    expect(status).toBe(503);
    expect(body.checks.jobs).toMatchObject({ status: "failing", waiting: 1 });
    expect(body.checks.jobs.lagSeconds).toBeGreaterThanOrEqual(600);
    await astra.sql("select graphile_worker.complete_jobs(array[$1::bigint])", [job?.id]);
    expect((await readiness()).status).toBe(200);
  });

  test("a busy chat, of which the queue is long, is none of its business; a worker that died is", async () => {
    const queue = "telegram:700100500";
    for (let job = 0; job < 3; job++) {
      await astra.sql(
        "select graphile_worker.add_job('notify-new-lead', queue_name := $1, run_at := now() - interval '10 minutes')",
        [queue],
      );
    }
    const [{ id } = {}] = await astra.sql(
      "select min(id) as id from graphile_worker.jobs where queue_name = $1",
      [queue],
    );
    await astra.sql(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'busy' where id = $1",
      [id],
    );
    const worker = await connect(astra.stack.env.DIRECT_URL);
    await worker.query("select pg_advisory_lock(hashtextextended('worker:busy', 0))");
    expect(await readiness()).toMatchObject({
      status: 200,
      body: { checks: { jobs: { status: "ok", waiting: 2, lagSeconds: 0 } } },
    });
    await worker.end();
    expect(await readiness()).toMatchObject({
      status: 503,
      body: { checks: { jobs: { status: "failing", waiting: 2 } } },
    });
    await astra.sql(
      "delete from graphile_worker._private_jobs where job_queue_id = (select id from graphile_worker._private_job_queues where queue_name = $1)",
      [queue],
    );
    expect((await readiness()).status).toBe(200);
  });

  test("a database that is gone: 503 within five seconds, without an address or a secret; then ready again", async () => {
    await astra.stack.stopPostgres();
    const startedAt = performance.now();
    const { status, text } = await get("/api/health/ready");
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(status).toBe(503);
    expect(JSON.parse(text).checks.database.status).toBe("failing");
    for (const secret of ["127.0.0.1", "astra_app", "postgres", ...Object.values(astra.settings)]) {
      expect(text).not.toContain(secret);
    }
    expect((await get("/api/health")).status).toBe(200);

    await astra.stack.startPostgres();
    await until("Astra to be ready again", async () => (await readiness()).status === 200);
  });
});
