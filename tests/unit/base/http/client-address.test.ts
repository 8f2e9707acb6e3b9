import { describe, expect, test } from "vitest";
import { clientAddress, peerHeader } from "#lib/base/http/client-address.ts";

const client = "203.0.113.7";
const invented = "198.51.100.1";
const proxy = "192.0.2.10";

function addressOf(forwarded: string | null, proxies: number, peer?: string): string {
  const headers = new Headers();
  if (forwarded !== null) headers.set("x-forwarded-for", forwarded);
  if (peer) headers.set(peerHeader, peer);
  return clientAddress(headers, proxies);
}

describe("the address that is counted", () => {
  test("is that of the connection where no proxy stands, whatever the request says", () => {
    expect(addressOf(`${invented}, ${invented}`, 0, client)).toBe(client);
    expect(addressOf(null, 0)).toBe("unknown");
  });

  test("is what the proxy appended, not what the client wrote before it", () => {
    expect(addressOf(`${invented}, ${client}`, 1, proxy)).toBe(client);
    expect(addressOf(client, 1, proxy)).toBe(client);
  });

  test("is what the outermost of several proxies appended", () => {
    expect(addressOf(`${invented}, ${client}, ${proxy}`, 2, proxy)).toBe(client);
  });

  test("is the first one said when the request took a shorter way than usual", () => {
    expect(addressOf(client, 3)).toBe(client);
  });

  test("is one for a whole IPv6 network, which one customer has", () => {
    const network = "2001:db8:0:1::/64";
    for (const address of ["2001:db8:0:1::5", "2001:db8::1:0:0:0:9", "2001:0DB8:0000:0001:abcd:1:2:3"])
      expect(addressOf(address, 1)).toBe(network);
    expect(addressOf("2001:db8:0:2::5", 1)).not.toBe(network);
    expect(addressOf("::1", 1)).toBe("0:0:0:0::/64");
  });

  test("is the same for an IPv4 address however it is written", () => {
    expect(addressOf(`::ffff:${client}`, 0, `::ffff:${client}`)).toBe(client);
  });

  test("is nobody's where something else stands", () => {
    for (const text of ["", "unknown", "1.2.3", "::ffff:1.2.3", "<script>"])
      expect(addressOf(text, 1)).toBe("unknown");
  });
});
