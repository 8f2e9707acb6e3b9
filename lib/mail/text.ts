import type { MailBlock, MailContent } from "#lib/mail/model.ts";

/** A mail as plain text: all that its HTML says, with every address in full. */
export function textOf({ blocks, reason, unsubscribe }: MailContent): string {
  const foot = [reason, ...(unsubscribe ? [`${unsubscribe.label}: ${unsubscribe.href}`] : [])];
  // What follows such a line is the foot to programs that know. Source: RFC 3676, 4.3.
  return `${[...blocks.map(paragraphOf), `-- \n${foot.join("\n")}`].join("\n\n")}\n`;
}

function paragraphOf(block: MailBlock): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return block.text;
    case "button":
      return `${block.label}:\n${block.href}`;
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  }
}
