import "server-only";
import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { z } from "zod";
import { isLoopback } from "#lib/base/http/own-host.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { MailFailure } from "#lib/mail/failure.ts";
import type { MailTransport } from "#lib/mail/model.ts";

/** How long a server may take to answer, in milliseconds: long before the next attempt begins. */
const timeouts = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 30_000,
  dnsTimeout: 15_000,
};

/** Sends mails through a mail server. */
export function toSmtpServer(url: string): MailTransport {
  return {
    async send({ id, from, to, subject, html, text, headers }) {
      const server = createTransport(optionsOf(url));
      const messageId = `<${id}@${from.address.split("@").at(-1)}>`;
      try {
        await server.sendMail({
          messageId,
          from,
          to: { name: "", address: to },
          subject,
          html,
          text,
          headers,
        });
      } catch (error) {
        throw readSmtpError(error);
      } finally {
        server.close();
      }
    },
  };
}

/**
 * What an address such as `smtp://name:password@mail.example.com:587` says. What leaves this machine is encrypted: `smtps:` from the first
 * byte, `smtp:` before anything is told, unless the address ends in `?tls=off`.
 */
export function optionsOf(url: string): SMTPTransport.Options {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const isSecure = protocol === "smtps:";
  const isPlain = !isSecure && (isLoopback(hostname) || searchParams.get("tls") === "off");
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port ? Number(port) : isSecure ? 465 : 587,
    secure: isSecure,
    requireTLS: !isSecure && !isPlain,
    ignoreTLS: isPlain,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What a failure of nodemailer's has besides its message. */
const smtpError = z.object({
  code: plainText.optional(),
  command: plainText.optional(),
  responseCode: z.number().optional(),
});

/** Reads what went wrong: 5xx of the address or the mail itself will be the same tomorrow, all else may pass. Source: RFC 5321, 4.2.1. */
export function readSmtpError(error: unknown): MailFailure {
  const { data } = smtpError.safeParse(error);
  const { code = "", command = "", responseCode = 0 } = data ?? {};
  const said = `${responseCode || code} ${command}`.trim();
  const isFinal = responseCode >= 500;
  if (code === "EAUTH" || code === "ENOAUTH" || command.startsWith("AUTH"))
    return new MailFailure("signInRefused", { isFinal: false, said });
  if (responseCode >= 400 && responseCode < 500) return new MailFailure("serverBusy", { isFinal, said });
  // Whoever may not send under this name has something to set up, and the mail waits for it.
  if (isFinal && command.startsWith("MAIL FROM"))
    return new MailFailure("senderRefused", { isFinal: false, said });
  if (isFinal && command.startsWith("RCPT TO")) return new MailFailure("addressRefused", { isFinal, said });
  if (isFinal && (command === "DATA" || code === "EMESSAGE"))
    return new MailFailure("mailRefused", { isFinal, said });
  return new MailFailure("serverAway", { isFinal: false, said });
}
