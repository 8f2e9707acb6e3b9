"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { action } from "#lib/base/auth/action.ts";
import { log } from "#lib/base/log.ts";
import { type Applied, applyAnswers } from "#lib/ingest/answers.ts";
import { processPausedDeliveries } from "#lib/ingest/waiting.ts";
import { answerPaymentMethod, answerStatus } from "#lib/stores/answer-commands.ts";
import { editStore } from "#lib/stores/commands.ts";
import { resumeStore } from "#lib/stores/life-commands.ts";
import {
  paymentAnswerSchema,
  statusAnswerSchema,
  storeEditSchema,
  storeIdSchema,
} from "#lib/stores/schema.ts";

// What a store's owner does that has orders worked in, or read again.

export const resumeStoreAction = action({
  schema: storeIdSchema,
  permission: "stores.write",
  run: async (session, { id }) => {
    await resumeStore(session, id);
    // A long pause may have left many deliveries: the person need not wait for them.
    after(() => processPausedDeliveries(id));
    revalidatePath("/settings/stores", "layout");
  },
});

export const editStoreAction = action({
  schema: storeEditSchema,
  permission: "stores.write",
  run: async (session, store) => {
    await editStore(session, store);
    return applyNow(store.id);
  },
});

export const answerPaymentAction = action({
  schema: paymentAnswerSchema,
  permission: "stores.write",
  run: async (session, answer) => {
    await answerPaymentMethod(session, answer);
    return applyNow(answer.id);
  },
});

export const answerStatusAction = action({
  schema: statusAnswerSchema,
  permission: "stores.write",
  run: async (session, answer) => {
    await answerStatus(session, answer);
    return applyNow(answer.id);
  },
});

/** A few orders are read again while the person waits; more are left to the job that the answer has queued. */
const worthWaitingFor = 50;

async function applyNow(storeId: string): Promise<Applied> {
  try {
    return await applyAnswers(storeId, { atMost: worthWaitingFor });
  } catch (error) {
    // The answer is kept, and the job tries again.
    log.error({ storeId, err: error }, "an owner's answers could not be applied at once");
    return { orders: 0, isDone: false };
  } finally {
    revalidatePath("/settings/stores", "layout");
  }
}
