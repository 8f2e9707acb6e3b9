/** What a request says of the screen that its answer is for; null when it says nothing, as a program doesn't. */
export function saysPhone(headers: Headers): boolean | null {
  const hint = headers.get("sec-ch-ua-mobile");
  if (hint) return hint === "?1";
  const agent = headers.get("user-agent") ?? "";
  return agent.startsWith("Mozilla/") ? /\bMobi/.test(agent) : null;
}
