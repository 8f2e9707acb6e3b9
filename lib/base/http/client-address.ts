import { isIPv4, isIPv6 } from "node:net";

/** Where the server notes who opened the connection; whatever a client writes there is overwritten. */
export const peerHeader = "x-astra-peer";

/**
 * The network address that asks, to count by. Every proxy appends to `X-Forwarded-For` whom it heard the request from, so with one proxy
 * its last entry is the client, with two the one before; what stands further left is what the client says itself.
 *
 * @param proxies how many proxies stand before Astra; with none, the address is that of the connection
 * @returns an IPv4 address, the /64 network of an IPv6 address (one customer has all of it), or "unknown"
 */
export function clientAddress(headers: Headers, proxies: number): string {
  if (proxies === 0) return networkOf(headers.get(peerHeader) ?? "");
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  return networkOf((entries.at(-proxies) ?? entries[0] ?? "").trim());
}

function networkOf(address: string): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (isIPv4(mapped ?? address)) return mapped ?? address;
  return isIPv6(address) ? `${firstGroups(address).join(":")}::/64` : "unknown";
}

/** The four groups of an IPv6 address that name the network. */
function firstGroups(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const between = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...between, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
}
