import { isLoopbackAddress } from "#worker/core/url/is-loopback-address.ts";

/**
 * True if a request's Host header may reach us. On a machine of one's own it must name that machine: a web page elsewhere whose name is made
 * to lead to 127.0.0.1 (DNS rebinding) would otherwise read the Mailbox. Behind a public address the proxy in front decides.
 */
export function isOwnHost(host: string | null, appUrl: string | undefined): boolean {
  if (!appUrl || !isLoopbackAddress(appUrl)) return true;
  return host !== null && URL.canParse(`http://${host}`) && isLoopbackAddress(`http://${host}`);
}
