import { isLoopbackAddress } from "#worker/core/url/is-loopback-address.ts";

/**
 * Returns true if a request's Host header is acceptable. On a local installation it must name this machine, or a web page whose
 * name resolves to 127.0.0.1 (DNS rebinding) could read the Mailbox. Elsewhere the proxy in front decides.
 */
export function isOwnHost(host: string | null, appUrl: string | undefined): boolean {
  if (!appUrl || !isLoopbackAddress(appUrl)) return true;
  return host !== null && URL.canParse(`http://${host}`) && isLoopbackAddress(`http://${host}`);
}
