const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Whether a request names the Astra that it reached, by the host that it was sent to. Where Astra's own address is one of this
 * machine, every name of the machine will do. A page of a stranger whose domain points here says the stranger's name, and is told off.
 *
 * @param appUrl the address that people open Astra at
 * @param trustsProxy whether a proxy stands before Astra, which may say in `X-Forwarded-Host` what it was asked for
 */
export function isOwnHost(headers: Headers, appUrl: string, trustsProxy: boolean): boolean {
  const forwarded = trustsProxy ? headers.get("x-forwarded-host") : null;
  const { protocol, hostname, host } = new URL(appUrl);
  const asked = readHost(forwarded ?? headers.get("host") ?? "", protocol);
  if (!asked) return false;
  return asked.host === host || (isLoopback(hostname) && isLoopback(asked.hostname));
}

/** A host with its port as a URL has them, so that cases and default ports don't count; null when it is not only a host. */
function readHost(text: string, protocol: string): URL | null {
  const url = URL.parse(`${protocol}//${text}`);
  return url && url.href === `${protocol}//${url.host}/` ? url : null;
}

/** Whether a host of a URL is this machine. */
export function isLoopback(hostname: string): boolean {
  return loopbackNames.includes(hostname);
}
