import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { Calling, RecordedCall } from "#lib/leads/calling.ts";
import type {
  CallOutcomeInput,
  CallQueueRequest,
  CallReopenRequest,
  CallUndoInput,
} from "#lib/leads/schema.ts";

/** The server actions of next-call mode; its page provides them. */
export interface CallActions {
  takeNext: (request: CallQueueRequest) => Promise<ActionResult<Calling>>;
  record: (request: CallOutcomeInput) => Promise<ActionResult<RecordedCall>>;
  undo: (request: CallUndoInput) => Promise<ActionResult<Calling>>;
  reopen: (request: CallReopenRequest) => Promise<ActionResult<Calling>>;
  keep: (lead: { leadId: string }) => Promise<ActionResult<unknown>>;
  stop: () => Promise<ActionResult<unknown>>;
}
