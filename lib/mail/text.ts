import type { MailBlock, MailContent, MailFact } from "#lib/mail/model.ts";
import type { MailWords } from "#lib/mail/template.ts";

/** A mail as plain text: all that its HTML says, with every address in full. */
export function textOf({ blocks, reason, unsubscribe }: MailContent, words: MailWords): string {
  const foot = [reason, ...(unsubscribe ? [labelled(unsubscribe.label, unsubscribe.href, words)] : [])];
  const paragraphs = blocks.map((block) => paragraphOf(block, words));
  // What follows such a line is the foot to programs that know. Source: RFC 3676, 4.3.
  return `${[...paragraphs, `-- \n${foot.join("\n")}`].join("\n\n")}\n`;
}

function paragraphOf(block: MailBlock, words: MailWords): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return block.text;
    case "button":
      return `${block.label}\n${block.href}`;
    case "facts":
      return block.facts.map((fact) => lineOf(fact, words)).join("\n");
  }
}

function lineOf({ label, value, aside }: MailFact, words: MailWords): string {
  return labelled(label, aside ? words.t("beside", { value, aside }) : value, words);
}

/** What stands between them is the language's. */
function labelled(label: string, value: string, { t }: MailWords): string {
  return t("labelled", { label, value });
}
