import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * The signature that platforms put on a delivery: base64 of the HMAC-SHA256 over the raw bytes. Sources: the platforms' `platform.ts`.
 */
export function sign(secret: string, body: Uint8Array): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

/** Tells who signed a body, of which it hears the bytes as they come. */
export interface SignatureCheck<Sender> {
  update(chunk: Uint8Array): void;
  /** The first sender one of whose secrets made the signature; null when none did. */
  signer(signature: string): Signer<Sender> | null;
}

/** Who signed, and by which of its secrets, counted from 0. */
export interface Signer<Sender> {
  sender: Sender;
  secret: number;
}

/** As many as one store has on the day after its secret was changed. */
const leastTried = 2;
const nobodysSecret = randomBytes(32).toString("hex");

/**
 * Begins to check a body against the secrets of whoever may have sent it. Every secret is tried, and a store that isn't there costs as much
 * as one that is, so that the time says nothing.
 */
export function checkSignature<Sender extends { secrets: readonly string[] }>(
  senders: readonly Sender[],
): SignatureCheck<Sender> {
  const tries = senders.flatMap((sender) =>
    sender.secrets.map((text, secret) => begin<Sender>(text, { sender, secret })),
  );
  const idle = Array.from({ length: Math.max(0, leastTried - tries.length) }, () =>
    begin<Sender>(nobodysSecret, null),
  );
  const all = [...tries, ...idle];
  return {
    update: (chunk) => {
      for (const { hmac } of all) hmac.update(chunk);
    },
    signer: (signature) => {
      const given = Buffer.from(signature, "utf8");
      return all.reduce<Signer<Sender> | null>((found, { hmac, signer }) => {
        const expected = Buffer.from(hmac.digest("base64"), "utf8");
        const isMatch = given.length === expected.length && timingSafeEqual(given, expected);
        return found ?? (isMatch ? signer : null);
      }, null);
    },
  };
}

function begin<Sender>(secret: string, signer: Signer<Sender> | null) {
  return { hmac: createHmac("sha256", secret), signer };
}
