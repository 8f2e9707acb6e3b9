import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface ReceivedMail {
  to: string[];
  /** As it was sent: headers, a blank line, the parts. */
  raw: string;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  mailsTo(address: string): ReceivedMail[];
  /** From now on, an address is refused with a code; null takes it again. */
  refuse(address: string, code: number | null): void;
  /** Called when a mail has arrived and its sender was not told yet. */
  onArrival(then: (mail: ReceivedMail) => Promise<void>): void;
  stop(): Promise<void>;
}

/** A mail server of this machine, without encryption, which keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refusals = new Map<string, number>();
  let arrived: (mail: ReceivedMail) => Promise<void> = async () => undefined;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const code = refusals.get(address);
      callback(code ? Object.assign(new Error("No"), { responseCode: code }) : null);
    },
    onData(stream, { envelope }, callback) {
      const take = async () => {
        const mail = { to: envelope.rcptTo.map(({ address }) => address), raw: await text(stream) };
        received.push(mail);
        await arrived(mail);
      };
      take().then(() => callback(null), callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    mailsTo: (address) => received.filter(({ to }) => to.includes(address)),
    refuse: (address, code) => void (code ? refusals.set(address, code) : refusals.delete(address)),
    onArrival: (then) => {
      arrived = then;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A header of a mail, unfolded. */
export function headerOf({ raw }: ReceivedMail, name: string): string | undefined {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  return new RegExp(`^${name}: (.*)$`, "im").exec(head.replace(/\r\n[ \t]+/g, " "))?.[1];
}

/** The parts of a mail as a program shows them: quoted-printable undone. */
export function bodyOf({ raw }: ReceivedMail): string {
  const bytes = raw
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
