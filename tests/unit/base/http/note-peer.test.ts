import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { peerHeader } from "#lib/base/http/client-address.ts";
import { notePeers } from "#lib/base/http/note-peer.ts";

test("who opened the connection is noted, whatever the request says of itself", async () => {
  notePeers();
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`, { headers: { [peerHeader]: "203.0.113.7" } });
  server.close();
  expect(seen.map((headers) => headers[peerHeader])).toEqual(["127.0.0.1"]);
});
