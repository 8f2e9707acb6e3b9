import type { Transaction } from "#lib/base/db/access.ts";

/** Changes to how an account is kept, of which its person is told by mail: whoever made one may not have been the person. */
export const accountChanges = [
  "secondFactorOn",
  "secondFactorOff",
  "secondFactorRemoved",
  "recoveryCodesReplaced",
  "chatLinked",
] as const;
export type AccountChange = (typeof accountChanges)[number];

/** Has a person told of an own change, in the transaction that makes it; of what an admin did, the database has it told itself. */
export async function noteAccountChange(
  tx: Transaction,
  userId: string,
  change: Exclude<AccountChange, "secondFactorRemoved">,
): Promise<void> {
  await tx.$executeRaw`select astra.tell_account_change(${userId}::uuid, ${change})`;
}
