import "server-only";
import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { forIngest } from "#lib/base/db/access.ts";
import { queueLargeDeliveries } from "#lib/base/jobs/queue.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { applyAnswers } from "#lib/ingest/answers.ts";
import {
  dropOldPayloads,
  findUntracedLarge,
  traceKeptDeliveries,
  traceKeptDelivery,
} from "#lib/ingest/kept-deliveries.ts";
import { processDelivery } from "#lib/ingest/process.ts";
import { processLargeDeliveries, processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { serveAllPastOrders } from "#lib/inventory/past-orders.ts";
import { removeUnusedPhoto } from "#lib/inventory/photos.ts";
import { foldFigures, queueRecounts, recountFigures } from "#lib/kpi/commands.ts";
import { sendMail } from "#lib/mail/send.ts";
import { newBrowserSchema, tellNewBrowser } from "#lib/profile/new-browser.ts";
import { removeUnusedPortrait } from "#lib/profile/photos.ts";
import { queueDueSummaries } from "#lib/summary/mails.ts";
import { queueDueNotices } from "#lib/telegram/notify/queue.ts";
import { notifySummary } from "#lib/telegram/notify/summary.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { notifying, putBack } from "#lib/worker/notifying.ts";
import { unlockJobsOfDeadWorkers } from "#lib/worker/worker-lock.ts";

const leadJob = z.object({ leadId: z.uuid() });
const listenerJob = leadJob.extend({ userId: z.uuid() });
const mailJob = z.object({ mailId: z.uuid() });
const personJob = z.object({ userId: z.uuid() });
const memberJob = z.object({ workspaceId: z.uuid(), userId: z.uuid() });
const alertJob = z.object({ alertId: z.uuid() });
const summaryJob = memberJob.extend({ day: z.iso.date() });
const pastOrdersJob = z.object({
  workspaceId: z.uuid(),
  ownerId: z.uuid().nullable(),
  sku: plainText,
  takesOver: z.boolean(),
});
const photoJob = z.object({ key: plainText });
const recountJob = z.object({ recountId: z.uuid() });
const storeJob = z.object({ storeId: z.uuid() });

/** The background jobs. A job may run more than once; each is written so that this does no harm. */
export const tasks: TaskList = {
  /** Queued with a new lead (astra.queue_new_lead_alert), for its seller, for who hears of everybody's, and for the workspace's group. */
  "notify-new-lead": notifying(leadJob, ({ leadId }) => leadId),
  "notify-others-lead": notifying(listenerJob, ({ leadId, userId }) => `${leadId}:${userId}`),
  "notify-group": notifying(leadJob, ({ leadId }) => leadId),
  "notify-call-back": notifying(alertJob, ({ alertId }) => alertId),
  /** Queued by the database itself when a product crosses a level (astra.queue_stock_alerts). */
  "notify-stock": notifying(personJob, ({ userId }) => userId),
  "notify-failures": notifying(memberJob, ({ workspaceId, userId }) => `${workspaceId}:${userId}`),

  "notify-summary": async (payload, { addJob, job }) => {
    const errand = summaryJob.parse(payload);
    const result = await notifySummary(errand);
    if (result)
      await putBack(addJob, job, { payload: errand, subject: Object.values(errand).join(":"), result });
  },

  "queue-due-notices": async () => {
    await queueDueNotices();
  },

  /** Queued by the database itself with the mail (astra.queue_mail). */
  "send-mail": async (payload, { addJob, job }) => {
    const { mailId } = mailJob.parse(payload);
    const result = await sendMail(mailId);
    if (!result) return;
    // What was not taken is put back by the mail's own clock, and uses up no attempt of the job.
    await addJob(
      "send-mail",
      { mailId },
      {
        runAt: result.retryAt,
        jobKey: `send-mail:${mailId}`,
        queueName: "mails",
        priority: job.priority,
        maxAttempts: job.max_attempts,
      },
    );
  },

  "queue-summaries": async () => {
    await queueDueSummaries();
  },

  "serve-past-orders": async (payload) => {
    await serveAllPastOrders(pastOrdersJob.parse(payload));
  },

  /** Queued by the database itself when a photo is replaced or its product deleted, and before a new one is kept. */
  "remove-unused-photo": async (payload) => {
    await removeUnusedPhoto(photoJob.parse(payload).key);
  },

  /** Queued by the database itself when somebody has another photo, and before a new one is kept. */
  "remove-unused-portrait": async (payload) => {
    await removeUnusedPortrait(photoJob.parse(payload).key);
  },

  /** Queued by the database itself when somebody signs in with a browser that was not known (astra.note_browser). */
  "tell-new-browser": async (payload) => {
    await tellNewBrowser(newBrowserSchema.parse(payload));
  },

  /** Queued by the database itself when the owner's answers change (astra.queue_store_answers). */
  "apply-store-answers": async (payload) => {
    await applyAnswers(storeJob.parse(payload).storeId);
  },

  "process-waiting-deliveries": async () => {
    await processWaitingDeliveries();
    await forIngest(queueLargeDeliveries);
  },

  "process-large-deliveries": async (_payload, { abortSignal }) => {
    await processLargeDeliveries(processDelivery, abortSignal);
    for (const id of await findUntracedLarge()) await traceKeptDelivery(id);
  },

  "trace-kept-deliveries": async () => {
    await traceKeptDeliveries();
  },

  "fold-figures": async () => {
    await foldFigures();
  },

  "recount-all-figures": async () => {
    await queueRecounts();
  },

  /** Queued by the database itself when somebody asks for one (astra.queue_recount). */
  "recount-figures": async (payload) => {
    await recountFigures(recountJob.parse(payload).recountId);
  },

  "drop-old-payloads": async () => {
    await dropOldPayloads();
  },

  "unlock-jobs-of-dead-workers": async () => {
    await unlockJobsOfDeadWorkers();
  },

  "clean-up": async () => {
    await cleanUp();
  },
};

/**
 * Every minute, deliveries whose next attempt is due, what is kept and was not looked through, changes of the figures, what people are to be told
 * of by now, and the jobs of workers that died while this one lives; every five minutes, mails of a day whose hour has come; every hour, what is over; once
 * a day, payloads whose time is over, and whether the figures are right.
 */
export const crontab = `
* * * * * process-waiting-deliveries ?max=1
* * * * * trace-kept-deliveries ?max=1
* * * * * fold-figures ?max=1
*/5 * * * * queue-summaries ?max=1
* * * * * queue-due-notices ?max=1
40 3 * * * drop-old-payloads ?max=1
20 4 * * * recount-all-figures ?max=1
* * * * * unlock-jobs-of-dead-workers ?max=1
23 * * * * clean-up ?max=1
`;
