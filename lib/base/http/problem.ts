import { STATUS_CODES } from "node:http";

/** An answer that says what went wrong as RFC 9457 has it; `code` tells machines apart what the status does not. */
export function problem(status: number, code: string): Response {
  const details = { type: "about:blank", title: STATUS_CODES[status], status, code };
  return Response.json(details, {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "private, no-store" },
  });
}
