"use client";

import { callAction } from "#components/ui/call-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { changeStatusesAction } from "#lib/leads/actions.ts";
import type { StatusChangeResult } from "#lib/leads/commands.ts";
import { changesTogether } from "#lib/leads/model.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

interface Waiting {
  request: StatusChangeInput;
  resolve: (result: ActionResult<StatusChangeResult>) => void;
  reject: (error: unknown) => void;
}

/** What was asked for while another request is under way. Server actions go one after the other: what waits goes together. */
let waiting: Waiting[] = [];
let isUnderWay = false;

/** Asks the server for a change of status; changes that come while it works go together in its next request. */
export function sendStatusChange(
  request: StatusChangeInput,
  unreachable: string,
): Promise<ActionResult<StatusChangeResult>> {
  return new Promise((resolve, reject) => {
    waiting.push({ request, resolve, reject });
    if (!isUnderWay) void sendWaiting(unreachable);
  });
}

async function sendWaiting(unreachable: string): Promise<void> {
  isUnderWay = true;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, changesTogether);
    waiting = waiting.slice(changesTogether);
    await sendTogether(batch, unreachable);
  }
  isUnderWay = false;
}

async function sendTogether(batch: Waiting[], unreachable: string): Promise<void> {
  try {
    const answer = await callAction(
      () => changeStatusesAction(batch.map(({ request }) => request)),
      unreachable,
    );
    for (const [index, { resolve, reject }] of batch.entries()) {
      const own = answer.ok ? answer.data[index] : answer;
      if (own) resolve(own);
      else reject(new Error("A change of status was not answered."));
    }
  } catch (error) {
    // A redirect, which whoever asked leaves to the page.
    for (const { reject } of batch) reject(error);
  }
}
