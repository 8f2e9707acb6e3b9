import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StoreAnswers } from "#lib/stores/answers.ts";

/** A store with what its owner says of how its orders are to be read, and by what its past orders were last read. */
export interface AnsweredStore extends RecordingStore, StoreAnswers {
  appliedAnswers: StoreAnswers;
}

/** A store with its owner's answers, whose shapes are what the database's CHECKs let in; null when there is none. */
export async function loadAnsweredStore(tx: Transaction, storeId: string): Promise<AnsweredStore | null> {
  const [store] = await tx.$queryRaw<AnsweredStore[]>`
    select id as "integrationId", workspace_id as "workspaceId", user_id as "userId", type, name, domain,
      cod_gateways as "codGateways", payment_methods as "paymentMethods", status_map as "statusMap",
      default_country as "defaultCountry", applied_answers as "appliedAnswers"
    from integrations where id = ${storeId}::uuid`;
  return store ?? null;
}
