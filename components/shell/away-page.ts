import type { Messages } from "next-intl";
import { directionOf, type Locale } from "#lib/base/i18n/locales.ts";

/** After how many seconds the page tries again. */
export const awayRetrySeconds = 10;

const style = `
  :root { color-scheme: light; font-family: "Inter Variable", system-ui, sans-serif; }
  body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 24px; box-sizing: border-box;
    text-align: center; background: light-dark(#f8f9fa, #11181c); color: light-dark(#44494d, #cbd5e1); line-height: 1.6; }
  h1 { margin: 0 0 8px; text-wrap: balance; font-size: 20px; font-weight: 600; color: light-dark(#11181c, #fff); }
  p { margin: 0 0 20px; }
  a { display: inline-block; padding: 8px 16px; border-radius: 8px; background: #3ecf8e; color: #11181c;
    font-weight: 500; text-decoration: none; }
`;

/** The theme that the person has chosen, where next-themes keeps it. */
const script = `
  const scheme = { dark: "dark", system: "light dark" }[localStorage.getItem("theme")];
  if (scheme) document.documentElement.style.colorScheme = scheme;
`;

/** What is answered while nobody can say who asks: a page of its own, since every other page begins with that question. */
export function awayPage(locale: Locale, { common, errors, failure }: Messages): string {
  const { authServerAway, authServerAwayText } = errors;
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${awayRetrySeconds}"><title>${common.appName}</title><style>${style}</style><script>${script}</script></head>
<body><main><h1>${authServerAway}</h1><p>${authServerAwayText}</p><a href="">${failure.retry}</a></main></body>
</html>`;
}
