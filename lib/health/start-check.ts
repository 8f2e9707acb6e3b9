import "server-only";
import { prisma } from "#lib/base/db/client.ts";
import { log } from "#lib/base/log.ts";

/** Looks at the database before the first request. One that can't be reached yet is only logged, since it may come back. */
export async function checkStart(): Promise<void> {
  try {
    await warnOfPowerfulLogin();
  } catch (error) {
    log.error({ err: error }, "the database can't be reached (yet)");
  }
}

/** The app's login should be able to read nothing by itself, so that a query outside of forUser fails instead of leaking. */
async function warnOfPowerfulLogin(): Promise<void> {
  const [login] = await prisma().$queryRaw<{ name: string; readsByItself: boolean }[]>`
    select current_user::text as name, has_table_privilege('orders', 'select') as "readsByItself"`;
  if (!login?.readsByItself) return;
  log.warn(
    { login: login.name },
    "the app's database login can read tables by itself; use astra_app where the database allows it (docs/operations.md)",
  );
}
