import { directionOf, type Locale } from "#lib/base/i18n/locales.ts";
import { darkColors, styles } from "#lib/mail/look.ts";
import type { MailBlock, MailContent, MailFact } from "#lib/mail/model.ts";

/** A mail as HTML: one column of tables with styles in place, since programs for mails read little else; nothing is fetched from anywhere. */
export function htmlOf(content: MailContent, locale: Locale): string {
  const { subject, preview, blocks } = content;
  const cell = `class="card" style="${styles.card}"`;
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(subject)}</title>
<style>${darkColors}</style>
</head>
<body class="ground" style="${styles.body}">
<div style="${styles.preview}">${escapeHtml(preview)}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.ground}">
<tr><td align="center" style="${styles.frame}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.column}">
<tr><td class="strong" style="${styles.brand}">Astra</td></tr>
<tr><td ${cell}>
${blocks.map(htmlOfBlock).join("\n")}
</td></tr>
<tr><td class="quiet" style="${styles.foot}">${footOf(content)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function htmlOfBlock(block: MailBlock): string {
  switch (block.kind) {
    case "heading":
      return `<h1 class="strong" style="${styles.heading}">${escapeHtml(block.text)}</h1>`;
    case "text":
      return `<p class="text" style="${styles.text}">${escapeHtml(block.text)}</p>`;
    case "button":
      return htmlOfButton(block);
    case "facts":
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.facts}">
${block.facts.map(htmlOfFact).join("\n")}
</table>`;
  }
}

function htmlOfButton({ label, href, otherwise }: Extract<MailBlock, { kind: "button" }>): string {
  const address = escapeHtml(href);
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${styles.buttonFrame}">
<tr><td class="button" style="${styles.buttonCell}"><a class="button" href="${address}" style="${styles.button}">${escapeHtml(label)}</a></td></tr>
</table>
<p class="quiet" style="${styles.otherwise}">${escapeHtml(otherwise)}<br><a class="link" href="${address}" style="${styles.link}">${address}</a></p>`;
}

function htmlOfFact({ label, value, aside, href }: MailFact): string {
  const shown = href
    ? `<a class="strong" href="${escapeHtml(href)}" style="${styles.factLink}">${escapeHtml(value)}</a>`
    : escapeHtml(value);
  return `<tr><td class="quiet line" style="${styles.factLabel}">${escapeHtml(label)}</td><td class="strong line" style="${styles.factValue}">${shown}${asideOf(aside)}</td></tr>`;
}

function asideOf(aside: string | undefined): string {
  return aside ? ` <span class="quiet" style="${styles.factAside}">${escapeHtml(aside)}</span>` : "";
}

function footOf({ reason, unsubscribe }: MailContent): string {
  if (!unsubscribe) return escapeHtml(reason);
  const link = `<a class="quiet" href="${escapeHtml(unsubscribe.href)}" style="${styles.footLink}">${escapeHtml(unsubscribe.label)}</a>`;
  return `${escapeHtml(reason)}<br>${link}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
