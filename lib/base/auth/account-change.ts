import type { Transaction } from "#lib/base/db/access.ts";

/** Changes to how an account is kept, of which its person is told by mail: whoever made one may not have been the person. */
export const accountChanges = [
  "secondFactorOn",
  "secondFactorOff",
  "recoveryCodesReplaced",
  "chatLinked",
] as const;
export type AccountChange = (typeof accountChanges)[number];

/** Has a person told of a change, in the transaction that makes it. */
export async function noteAccountChange(
  tx: Transaction,
  userId: string,
  change: AccountChange,
): Promise<void> {
  await tx.$executeRaw`select astra.tell_account_change(${userId}::uuid, ${change})`;
}
