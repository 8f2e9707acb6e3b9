import "server-only";
import { MailFailure } from "#lib/mail/failure.ts";
import type { MailTransport } from "#lib/mail/model.ts";

const answersWithin = 30_000;

/**
 * Sends mails through the HTTP API of Resend, where a mail server's ports are shut. A key that is the mail's own lets it be sent once
 * only, however often it is asked for within a day. Source: resend.com/docs, "Send Email", "Idempotency Keys", "Errors".
 */
export function toResend(apiKey: string, apiRoot: string): MailTransport {
  return {
    async send({ id, from, to, subject, html, text, headers }) {
      const response = await ask(`${apiRoot}/emails`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${apiKey}`,
          "Content-Type": "application/json",
          "Idempotency-Key": id,
        },
        body: JSON.stringify({
          from: `"${from.name}" <${from.address}>`,
          to: [to],
          ...{ subject, html, text, headers },
        }),
        redirect: "error",
        signal: AbortSignal.timeout(answersWithin),
      });
      await response.body?.cancel();
      if (!response.ok) throw readStatus(response.status);
    },
  };
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const said = error instanceof Error ? error.name : undefined;
    throw new MailFailure("serverAway", { isFinal: false, ...(said && { said }) });
  }
}

/** What a status means for the mail. */
export function readStatus(status: number): MailFailure {
  const said = String(status);
  if (status === 400 || status === 422) return new MailFailure("mailRefused", { isFinal: true, said });
  if (status === 401 || status === 403) return new MailFailure("signInRefused", { isFinal: false, said });
  if (status === 409 || status === 429) return new MailFailure("serverBusy", { isFinal: false, said });
  return new MailFailure("serverAway", { isFinal: false, said });
}
