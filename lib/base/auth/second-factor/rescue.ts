import "server-only";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";

/**
 * Takes every second factor of an account away, with its recovery codes, and ends its sessions. For the command line:
 * it asks nobody, where an admin takes it from members of own workspaces alone (`astra.remove_second_factor_of`).
 *
 * @returns whether there was one
 */
export async function removeSecondFactorOf(userId: string): Promise<boolean> {
  const wasOn = await removeFactors(userId);
  if (!wasOn) return false;
  await forSystem(async (tx) => {
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.$executeRaw`select astra.end_sessions_of(${userId}::uuid)`;
  });
  log.warn({ userId }, "a second factor was removed on the command line");
  return true;
}

/**
 * Takes the factors away by the admin API, which asks for no code.
 *
 * @returns whether one of them was set up
 */
export async function removeFactors(userId: string): Promise<boolean> {
  const { mfa } = supabaseAdmin().auth.admin;
  const { data, error } = await mfa.listFactors({ userId });
  if (error) throw error;
  for (const { id } of data.factors) {
    const removed = await mfa.deleteFactor({ userId, id });
    if (removed.error) throw removed.error;
  }
  return data.factors.some(({ status }) => status === "verified");
}
