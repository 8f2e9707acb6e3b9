import "server-only";
import type { JobHelpers, Task } from "graphile-worker";
import { z } from "zod";
import { type NotifyResult, notify } from "#lib/telegram/notify/notify.ts";
import { notifyTasks } from "#lib/telegram/notify/teller.ts";

const held = z.object({ isHeld: z.boolean().default(false) });
const taskName = z.enum(notifyTasks);

/**
 * Makes a task that tells somebody something.
 *
 * @param subjectOf what the job is about, as its key says it
 */
export function notifying<Payload extends object>(
  schema: z.ZodType<Payload>,
  subjectOf: (payload: Payload) => string,
): Task {
  return async (given, { addJob, job }) => {
    const payload = schema.parse(given);
    const errand = { task: taskName.parse(job.task_identifier), subject: subjectOf(payload) };
    const result = await notify(errand, held.parse(given).isHeld);
    if (result) await putBack(addJob, job, { payload, subject: errand.subject, result });
  };
}

/**
 * Puts a job back for later, under the same key and in the queue of the chat. Waiting as long as Telegram says, or as a person wants quiet, is no
 * failed attempt.
 */
export async function putBack(
  addJob: JobHelpers["addJob"],
  job: JobHelpers["job"],
  { payload, subject, result }: { payload: object; subject: string; result: NonNullable<NotifyResult> },
): Promise<void> {
  await addJob(
    job.task_identifier,
    { ...payload, isHeld: result.isHeld },
    {
      runAt: result.retryAt,
      jobKey: `${job.task_identifier}:${subject}`,
      queueName: `telegram:${result.chatId}`,
      maxAttempts: job.max_attempts,
    },
  );
}
