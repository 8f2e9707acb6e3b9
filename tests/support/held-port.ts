import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { createServer } from "node:net";

/** Below the ports that the system gives to connections of its own, so that none of those is in the way. */
const range = { from: 10_000, to: 32_000 } as const;

/**
 * A port for a program that has to be told one before it starts. This process holds it until it ends: the UDP port of the same
 * number is bound, which another run of tests finds taken, while the program binds the TCP port as often as it likes.
 */
export async function holdPort(): Promise<number> {
  for (;;) {
    const port = randomInt(range.from, range.to);
    if ((await holds(port)) && (await isFree(port))) return port;
  }
}

function holds(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4").unref();
    socket.once("error", () => resolve(false));
    socket.bind({ port, address: "127.0.0.1", exclusive: true }, () => resolve(true));
  });
}

/** Whether no program that knows nothing of this listens there. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
