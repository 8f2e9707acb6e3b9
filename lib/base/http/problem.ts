import { STATUS_CODES } from "node:http";
import { currentRequestId } from "#lib/base/request-context.ts";

/** What went wrong with a request, as a machine reads it. Source: RFC 9457. */
export interface Problem {
  status: number;
  /** What it is in one word; stays the same whatever the wording. */
  code: string;
  /** A sentence for whoever asked. */
  detail?: string;
  /** What is wrong with what was sent, part by part. */
  errors?: { field: string; code: string }[];
  headers?: Record<string, string>;
}

/** Answers with problem details, which nobody keeps. */
export function problemResponse({ status, headers, ...problem }: Problem): Response {
  const requestId = currentRequestId();
  const body = { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, ...problem, requestId };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "private, no-store", ...headers },
  });
}
