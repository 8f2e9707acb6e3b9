/** What a mail says, before anybody decides how it looks: HTML and plain text are written from the same. */
export interface MailContent {
  subject: string;
  /** What inboxes show beside the subject. */
  preview: string;
  blocks: MailBlock[];
  /** Why the person gets it. */
  reason: string;
  /** Where the person can do without mails like it, without signing in. */
  unsubscribe?: { label: string; href: string };
}

export type MailBlock =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  /** What there is to do, and the address in full for whoever can't press it. */
  | { kind: "button"; label: string; href: string; otherwise: string }
  | { kind: "facts"; facts: MailFact[] };

/** One figure or detail with its name. */
export interface MailFact {
  label: string;
  value: string;
  /** What the value is to be seen beside. */
  aside?: string;
  href?: string;
}

/** Who a mail is from or to. */
export interface Mailbox {
  name: string;
  address: string;
}

/** A mail as it leaves. */
export interface OutgoingMail {
  /** The same for every attempt. */
  id: string;
  from: Mailbox;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** How mails leave. */
export interface MailTransport {
  /** @throws MailFailure when the mail was not taken, which says whether it is worth another attempt */
  send(mail: OutgoingMail): Promise<void>;
}

/** Why a mail could not be handed over; `unknown` is a fault of Astra's. */
export type MailError =
  | "addressRefused"
  | "senderRefused"
  | "mailRefused"
  | "signInRefused"
  | "serverBusy"
  | "serverAway"
  | "notSetUp"
  | "unknown";

/** What became of a mail. */
export type MailState = "waiting" | "sent" | "refused" | "failed" | "expired";
