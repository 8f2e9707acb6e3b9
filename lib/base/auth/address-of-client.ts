import "server-only";
import { headers } from "next/headers";
import { env } from "#lib/base/env.ts";
import { clientAddress } from "#lib/base/http/client-address.ts";

/** The network address of whoever asks, by which attempts are counted. */
export async function addressOfClient(): Promise<string> {
  return clientAddress(await headers(), env().TRUSTED_PROXIES);
}
