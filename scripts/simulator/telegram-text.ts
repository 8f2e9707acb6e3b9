/** A message in Telegram's HTML as it reads at a terminal, each line indented. */
export function plainText(html: string, indent: string): string {
  const text = html
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, "$2: $1")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return text.replace(/^/gm, indent);
}
