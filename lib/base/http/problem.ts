import { STATUS_CODES } from "node:http";
import { currentRequestId } from "#lib/base/request-context.ts";

interface More {
  /** A sentence for whoever asked. */
  detail?: string;
  /** What is wrong with what was sent, part by part. */
  errors?: { field: string; code: string }[];
  headers?: Record<string, string>;
}

/** An answer that says what went wrong as RFC 9457 has it; `code` tells machines apart what the status does not. Nobody keeps it. */
export function problem(status: number, code: string, { headers, ...more }: More = {}): Response {
  const title = STATUS_CODES[status];
  const details = { type: "about:blank", title, status, code, ...more, requestId: currentRequestId() };
  return Response.json(details, {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "private, no-store", ...headers },
  });
}
